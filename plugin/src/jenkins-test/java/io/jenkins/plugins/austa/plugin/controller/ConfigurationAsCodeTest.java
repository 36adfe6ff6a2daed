package io.jenkins.plugins.austa.plugin.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.Util;
import org.junit.ClassRule;
import org.junit.Test;

/** The settings as code: read in, and written out again as they were read in. */
public class ConfigurationAsCodeTest {
  @ClassRule
  @ConfiguredWithCode("settings.yaml")
  public static final JenkinsConfiguredWithCodeRule jenkins = new JenkinsConfiguredWithCodeRule();

  @Test
  public void isReadIn() {
    AustaGlobalConfiguration settings = AustaGlobalConfiguration.get();
    EnvironmentSite production = settings.environment("production").orElseThrow();

    assertEquals(2, settings.getEnvironments().size());
    assertEquals("kubeconfig-production", production.getKubeconfigCredentialsId());
    assertEquals("https://cockpit.example.com", production.getPublicUrl());
    assertEquals("https://prometheus.example.com", production.getPrometheusUrl());
    assertEquals("database-production", production.getDatabaseCredentialsId());
    assertFalse(settings.isOfferLibrary());
  }

  @Test
  public void isWrittenOutAsItWasReadIn() throws Exception {
    ConfigurationContext context =
        new ConfigurationContext(ConfiguratorRegistry.get());

    String exported = Util.toYamlString(Util.getUnclassifiedRoot(context).get("austaPipeline"));

    assertEquals(
        Util.toStringFromYamlFile(this, "settings-exported.yaml").strip(), exported.strip());
  }
}
