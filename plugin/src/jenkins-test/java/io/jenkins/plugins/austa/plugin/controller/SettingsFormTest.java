package io.jenkins.plugins.austa.plugin.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What an administrator enters is what is kept, on both pages that show the settings. */
public class SettingsFormTest {
  @Rule public final JenkinsRule jenkins = new JenkinsRule();

  @Before
  public void settings() throws Exception {
    Site.kubeconfig("");
    EnvironmentSite staging = new EnvironmentSite("staging", Site.KUBECONFIG);
    staging.setPublicUrl("https://staging.example.com");
    staging.setPrometheusUrl("https://prometheus.example.com");
    staging.setDatabaseCredentialsId("a-database");
    EnvironmentSite production = new EnvironmentSite("production", "not-there-any-more");
    AustaGlobalConfiguration settings = AustaGlobalConfiguration.get();
    settings.setEnvironments(List.of(staging, production));
    settings.setOfferLibrary(false);
    settings.setSlackUrl("https://slack.example.com/api/");
  }

  @Test
  public void theSystemPageKeepsThem() throws Exception {
    jenkins.configRoundtrip();
    assertKept();
  }

  @Test
  public void theirOwnPageKeepsThem() throws Exception {
    submit("manage/austa-pipeline/");
    assertKept();
  }

  @Test
  public void theyOutliveARestart() {
    assertFalse(new AustaGlobalConfiguration().isOfferLibrary());
    assertEquals(2, new AustaGlobalConfiguration().getEnvironments().size());
  }

  @Test
  public void emptyFieldsStayEmpty() throws Exception {
    AustaGlobalConfiguration.get().setEnvironments(List.of());
    AustaGlobalConfiguration.get().setSlackUrl(null);
    AustaGlobalConfiguration.get().setOfferLibrary(true);

    jenkins.configRoundtrip();

    assertTrue(AustaGlobalConfiguration.get().getEnvironments().isEmpty());
    assertEquals(null, AustaGlobalConfiguration.get().getSlackUrl());
    assertTrue(AustaGlobalConfiguration.get().isOfferLibrary());
  }

  private void submit(String page) throws Exception {
    HtmlForm form = jenkins.createWebClient().goTo(page).getFormByName("config");
    jenkins.submit(form);
  }

  private void assertKept() throws Exception {
    AustaGlobalConfiguration settings = AustaGlobalConfiguration.get();
    assertEquals(2, settings.getEnvironments().size());
    EnvironmentSite staging = settings.getEnvironments().get(0);
    EnvironmentSite expected = new EnvironmentSite("staging", Site.KUBECONFIG);
    expected.setPublicUrl("https://staging.example.com");
    expected.setPrometheusUrl("https://prometheus.example.com");
    expected.setDatabaseCredentialsId("a-database");
    jenkins.assertEqualDataBoundBeans(expected, staging);
    jenkins.assertEqualDataBoundBeans(
        new EnvironmentSite("production", "not-there-any-more"), settings.getEnvironments().get(1));
    assertFalse(settings.isOfferLibrary());
    assertEquals("https://slack.example.com/api/", settings.getSlackUrl());
  }
}
