package io.jenkins.plugins.austa.plugin.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import hudson.util.FormValidation;
import hudson.util.FormValidation.Kind;
import hudson.util.ListBoxModel;
import java.io.File;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class FieldChecksTest {
  @Rule public final AsUser user = new AsUser();

  private EnvironmentSite.DescriptorImpl form;
  private AustaGlobalConfiguration settings;

  @Before
  public void open() {
    form = ExtensionList.lookupSingleton(EnvironmentSite.DescriptorImpl.class);
    settings = AustaGlobalConfiguration.get();
  }

  @Test
  public void environmentsHaveNamesThatAustaYamlCanHave() {
    assertWell(form.doCheckName("production"));
    assertWell(form.doCheckName(" eu-1 "));
    assertSays(Kind.ERROR, "Name the environment", form.doCheckName(""));
    for (String name : List.of("Production", "1st", "a_b", "a-", "a".repeat(21))) {
      assertSays(Kind.ERROR, "lower-case letters", form.doCheckName(name));
    }
  }

  @Test
  public void namespacesHaveNamesThatKubernetesTakes() {
    assertWell(form.doCheckNamespace(""));
    assertWell(form.doCheckNamespace("1-a"));
    assertWell(form.doCheckNamespace("a".repeat(63)));
    for (String name : List.of("Prod", "-a", "a-", "a.b", "a b", "a".repeat(64))) {
      assertSays(Kind.ERROR, "lower-case letters", form.doCheckNamespace(name));
    }
  }

  @Test
  public void addressesAreThoseOfWebServers() {
    for (String address : List.of("", "https://a.example.org", "http://10.0.0.1:9090/prometheus")) {
      assertWell(form.doCheckPublicUrl(address));
      assertWell(form.doCheckPrometheusUrl(address));
      assertWell(settings.doCheckPrometheusUrl(address));
    }
    for (String address :
        List.of("a.example.org", "ftp://a", "https://", "https://me:pw@a", "a b")) {
      assertSays(Kind.ERROR, "http:// or https://", form.doCheckPublicUrl(address));
      assertSays(Kind.ERROR, "http:// or https://", form.doCheckPrometheusUrl(address));
      assertSays(Kind.ERROR, "http:// or https://", settings.doCheckPrometheusUrl(address));
    }
  }

  @Test
  public void slacksTokenIsSentWhereNobodyCanReadIt() {
    assertWell(settings.doCheckSlackUrl(""));
    assertWell(settings.doCheckSlackUrl("https://proxy.example.org/api/"));
    assertWell(settings.doCheckSlackUrl("http://127.0.0.1:8080/"));
    assertSays(Kind.ERROR, "Use https://", settings.doCheckSlackUrl("http://a.example.org/"));
    assertSays(Kind.ERROR, "slash at its end", settings.doCheckSlackUrl("https://a.example.org"));
  }

  @Test
  public void credentialsAreThoseThatJobsCanUse() {
    user.secretFile("kube", "");
    user.secretText("db", "");
    user.secretFile(CredentialsScope.SYSTEM, "system", "");
    assertWell(form.doCheckKubeconfigCredentialsId("kube"));
    assertWell(form.doCheckDatabaseCredentialsId("db"));
    assertWell(form.doCheckDatabaseCredentialsId(""));
    assertSays(Kind.ERROR, "Choose the secret file", form.doCheckKubeconfigCredentialsId(" "));
    assertSays(Kind.ERROR, "is no secret file", form.doCheckKubeconfigCredentialsId("db"));
    assertSays(Kind.ERROR, "is no secret text", form.doCheckDatabaseCredentialsId("kube"));
    assertSays(Kind.ERROR, "Make it Global", form.doCheckKubeconfigCredentialsId("system"));
    assertSays(Kind.WARNING, "in a folder", form.doCheckKubeconfigCredentialsId("elsewhere"));
  }

  @Test
  public void listsOfferWhatJobsCanUseAndKeepWhatIsSet() {
    user.secretFile("kube", "");
    user.secretText("db", "");
    user.secretFile(CredentialsScope.SYSTEM, "system", "");
    assertEquals(List.of("", "kube"), values(form.doFillKubeconfigCredentialsIdItems("kube")));
    assertEquals(
        List.of("", "in-a-folder", "kube"),
        values(form.doFillKubeconfigCredentialsIdItems("in-a-folder")));
    assertEquals(List.of("", "db"), values(form.doFillDatabaseCredentialsIdItems(null)));
    String name = form.doFillKubeconfigCredentialsIdItems("kube").get(1).name;
    assertTrue("told apart by its id: " + name, name.endsWith(" – kube"));
  }

  @Test
  public void theAuditFolderOutlivesBuildsAndCanBeWritten() throws Exception {
    File home = user.home();
    assertWell(settings.doCheckAuditFolder(""));
    assertWell(settings.doCheckAuditFolder(new File(home, "austa/records").getPath()));
    assertSays(Kind.ERROR, "Write the whole path", settings.doCheckAuditFolder("audit"));
    assertSays(Kind.ERROR, "is no path", settings.doCheckAuditFolder("/a\0b"));
    assertSays(Kind.ERROR, "own home", settings.doCheckAuditFolder(home.getParent()));
    assertSays(
        Kind.ERROR, "folder jobs", settings.doCheckAuditFolder(home + "/austa/../jobs/cockpit"));
    File file = new File(home, "file");
    assertTrue(file.createNewFile());
    assertSays(Kind.ERROR, "is a file", settings.doCheckAuditFolder(file + "/audit"));
  }

  private static List<String> values(ListBoxModel options) {
    return options.stream().map(option -> option.value).toList();
  }

  private static void assertWell(FormValidation answer) {
    assertEquals(answer.toString(), Kind.OK, answer.kind);
  }

  private static void assertSays(Kind kind, String text, FormValidation answer) {
    assertEquals(answer.toString(), kind, answer.kind);
    assertTrue(answer.toString(), answer.renderHtml().contains(text));
  }
}
