package io.jenkins.plugins.austa.plugin.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.model.Descriptor.FormException;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class AustaGlobalConfigurationTest {
  @Rule public final AsUser user = new AsUser();

  private AustaGlobalConfiguration settings;

  @Before
  public void open() {
    settings = AustaGlobalConfiguration.get();
    settings.setEnvironments(List.of(site("staging")));
  }

  @Test
  public void refusesTwoEnvironmentsOfOneName() {
    List<EnvironmentSite> sites = List.of(site("a"), site("b"), site("a"));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> settings.setEnvironments(sites));
    assertTrue(refused.getMessage(), refused.getMessage().contains("two environments named \"a\""));
    assertEquals("staging", settings.getEnvironments().get(0).getName());
  }

  @Test
  public void aFormWithTwoEnvironmentsOfOneNameChangesNothing() {
    FormException refused =
        assertThrows(
            FormException.class, () -> settings.checkEnvironments(List.of(site("a"), site("a"))));
    assertEquals("environments", refused.getFormField());
    assertEquals("staging", settings.getEnvironments().get(0).getName());
  }

  @Test
  public void aFormWithoutEnvironmentsTakesTheLastAway() throws Exception {
    settings.checkEnvironments(List.of());
    assertEquals(List.of(), settings.getEnvironments());
  }

  @Test
  public void environmentsHaveThePrometheusOfAllUnlessTheyNameTheirOwn() {
    EnvironmentSite own = site("production");
    own.setNamespace("ns");
    own.setPublicUrl("https://cockpit");
    own.setDatabaseCredentialsId("db");
    settings.setEnvironments(List.of(site("staging"), own));
    assertNull(settings.environment("staging").orElseThrow().getPrometheusUrl());
    settings.setPrometheusUrl("https://all");
    assertEquals("https://all", settings.environment("staging").orElseThrow().getPrometheusUrl());
    EnvironmentSite production = settings.environment("production").orElseThrow();
    assertEquals("https://all", production.getPrometheusUrl());
    assertEquals("ns", production.getNamespace());
    assertEquals("https://cockpit", production.getPublicUrl());
    assertEquals("db", production.getDatabaseCredentialsId());
    assertEquals("kube", production.getKubeconfigCredentialsId());
    own.setPrometheusUrl("https://own");
    assertEquals(
        "https://own", settings.environment("production").orElseThrow().getPrometheusUrl());
    assertNull(
        "the form shows what was said", settings.getEnvironments().get(0).getPrometheusUrl());
  }

  private static EnvironmentSite site(String name) {
    return new EnvironmentSite(name, "kube");
  }
}
