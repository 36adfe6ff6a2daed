package io.jenkins.plugins.austa.plugin.controller;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.ManagementLink;
import hudson.security.csrf.CrumbIssuer;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/**
 * Everything of this plugin that answers to a web request, asked over the web: changes and answers
 * only for those who may configure Jenkins, and only to POST.
 */
public class WebMethodPermissionsTest {
  private static final String NONSENSE = "No Value! ftp://";

  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();
  private static final List<WebMethod> METHODS = new ArrayList<>();

  private record WebMethod(String url, Method method) {
    boolean fills() {
      return method.getReturnType() == ListBoxModel.class;
    }

    boolean checks() {
      return method.getName().startsWith("doCheck")
          && method.getReturnType() == FormValidation.class;
    }
  }

  @BeforeClass
  public static void usersAndMethods() throws Exception {
    jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
    jenkins.jenkins.setAuthorizationStrategy(
        new MockAuthorizationStrategy()
            .grant(Jenkins.ADMINISTER)
            .everywhere()
            .to("admin")
            .grant(Jenkins.READ)
            .everywhere()
            .to("reader"));
    Site.kubeconfig("");
    for (Descriptor<?> descriptor : ExtensionList.lookup(Descriptor.class)) {
      find(descriptor, descriptor.getDescriptorUrl());
    }
    for (ManagementLink link : ManagementLink.all()) {
      find(link, "manage/" + link.getUrlName());
    }
  }

  private static void find(Object owner, String url) {
    if (!owner.getClass().getName().startsWith("io.jenkins.plugins.austa.plugin.")) {
      return;
    }
    Arrays.stream(owner.getClass().getDeclaredMethods())
        .filter(method -> method.getName().matches("do[A-Z].*") && !method.isSynthetic())
        .forEach(
            method -> {
              String name = method.getName().substring(2);
              String path = name.substring(0, 1).toLowerCase(java.util.Locale.ROOT);
              METHODS.add(new WebMethod(url + "/" + path + name.substring(1), method));
            });
  }

  @Test
  public void thereAreSome() {
    assertTrue(METHODS.toString(), METHODS.size() >= 13);
  }

  @Test
  public void noneAnswersToGet() throws Exception {
    for (WebMethod method : METHODS) {
      assertThat(
          method.url(), status("admin", HttpMethod.GET, method), anyOf(is(404), is(405)));
    }
  }

  @Test
  public void noneAnswersToSomebodyUnknown() throws Exception {
    for (WebMethod method : METHODS) {
      assertEquals(method.url(), 403, status(null, HttpMethod.POST, method));
    }
  }

  @Test
  public void aReaderLearnsAndChangesNothing() throws Exception {
    for (WebMethod method : METHODS) {
      WebResponse answer = ask("reader", HttpMethod.POST, method);
      if (method.fills()) {
        assertEquals(method.url(), 200, answer.getStatusCode());
        assertThat(method.url(), answer.getContentAsString(), not(containsString(Site.KUBECONFIG)));
        assertThat(method.url(), answer.getContentAsString(), containsString(NONSENSE));
      } else if (method.checks()) {
        assertEquals(method.url(), "<div/>", answer.getContentAsString());
      } else {
        assertEquals(method.url(), 403, answer.getStatusCode());
      }
    }
  }

  /** Without this, the test above would also pass for methods that never answer anything. */
  @Test
  public void anAdministratorIsAnswered() throws Exception {
    for (WebMethod method : METHODS) {
      WebResponse answer = ask("admin", HttpMethod.POST, method);
      if (method.url().contains("fillKubeconfig")) {
        assertThat(answer.getContentAsString(), containsString(Site.KUBECONFIG));
      } else if (method.checks()) {
        assertThat(method.url(), answer.getContentAsString(), not(is("<div/>")));
      } else {
        assertThat(method.url(), answer.getStatusCode(), not(is(403)));
      }
    }
  }

  @Test
  public void thePageIsForThoseWhoMaySeeAllSettings() throws Exception {
    assertEquals(200, page("admin"));
    assertEquals(403, page("reader"));
  }

  private static int page(String user) throws Exception {
    return client(user).goTo("manage/austa-pipeline/").getWebResponse().getStatusCode();
  }

  private static int status(String user, HttpMethod verb, WebMethod method) throws Exception {
    return ask(user, verb, method).getStatusCode();
  }

  private static WebResponse ask(String user, HttpMethod verb, WebMethod method) throws Exception {
    JenkinsRule.WebClient client = client(user);
    WebRequest request = new WebRequest(new URL(jenkins.getURL(), method.url()), verb);
    List<NameValuePair> parameters = new ArrayList<>();
    Arrays.stream(method.method().getParameters())
        .forEach(one -> parameters.add(new NameValuePair(one.getName(), NONSENSE)));
    CrumbIssuer crumbs = jenkins.jenkins.getCrumbIssuer();
    parameters.add(
        new NameValuePair(crumbs.getDescriptor().getCrumbRequestField(), crumbs.getCrumb()));
    request.setRequestParameters(parameters);
    return client.getPage(request).getWebResponse();
  }

  /** Without JavaScript: somebody unknown is sent to the login page by it, and that is no answer. */
  private static JenkinsRule.WebClient client(String user) throws Exception {
    JenkinsRule.WebClient client =
        jenkins
            .createWebClient()
            .withThrowExceptionOnFailingStatusCode(false)
            .withJavaScriptEnabled(false);
    client.setRefreshHandler((page, url, seconds) -> {});
    return user == null ? client : client.withBasicCredentials(user);
  }
}
