package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jenkins.plugins.austa.cli.Commanded;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.fault.Fault;
import io.jenkins.plugins.austa.sandbox.fault.Partition;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;

/** {@code austa status}: in every format, of all environments, and again and again. */
public class StatusTest {
  @Rule public final Shop shop = new Shop();

  @Test
  public void allEnvironmentsAreToldInEveryFormat() throws Exception {
    shop.deployed("v1");

    Commanded text = shop.austa("status").requireSuccess();
    assertTrue(text.out(), text.out().contains("staging: rolling, not installed"));
    assertTrue(text.out(), text.out().contains("production: done"));

    JsonNode json =
        new ObjectMapper()
            .readTree(shop.austa("status", "--output", "json").requireSuccess().out());
    JsonNode yaml =
        new ObjectMapper(new YAMLFactory())
            .readTree(shop.austa("status", "--output", "yaml").requireSuccess().out());
    assertEquals(json, yaml);
    assertEquals("rolling", json.path(0).path("strategy").asText());
    assertEquals("v1", json.path(1).path("active").path("version").asText());
  }

  @Test
  public void oneThatCannotBeToldKeepsNobodyFromHearingOfTheOthers() throws Exception {
    shop.deployed("v1");
    shop.client().namespaces().withName(Shop.STAGING).delete();

    Commanded all = shop.austa("status");
    assertEquals(all.out() + all.err(), 1, all.exitCode());
    assertTrue(all.out(), all.out().contains("There is no namespace " + Shop.STAGING));
    assertTrue(all.out(), all.out().contains("revision 1 (v1, blue) serves"));

    JsonNode json = new ObjectMapper().readTree(shop.austa("status", "--output", "json").out());
    assertTrue(json.toString(), json.path(0).path("trouble").asText().contains("no namespace"));
    assertEquals("done", json.path(1).path("phase").asText());
  }

  @Test
  public void helmThatWasCutOffIsTold() throws Exception {
    shop.deployed("v1");
    shop.pending(Shop.PRODUCTION, "austa-production-green", "pending-install");
    shop.pending(Shop.STAGING, "austa-staging", "pending-upgrade");

    String status = shop.austa("status").requireSuccess().out();

    assertTrue(
        status, status.contains("helm     the Helm release austa-production-green is in pending-"));
    assertTrue(status, status.contains("helm     the Helm release austa-staging is in pending-"));
    assertTrue(status, status.contains("deleting its Secret sh.helm.release.v1.austa-staging.v1"));
  }

  @Test
  public void whoeverMayNotReadSecretsIsToldOfTheRest() throws Exception {
    shop.deployed("v1");
    shop.austa("deploy", "-e", "staging", "-t", "v1").requireSuccess();

    try (Fault viewer = shop.cluster().faults().deny(ApiMatch.any().withKind("secrets"))) {
      String status = shop.austa("status").requireSuccess().out();
      assertTrue(status, status.contains("staging: rolling, unknown to Helm"));
      assertTrue(status, status.contains("backend      1 of 1 pods available"));
      assertTrue(status, status.contains("revision 1 (v1, blue) serves."));
      assertTrue(status, status.contains("helm     unknown: "));
    }
  }

  @Test
  public void watchingTellsEachChangeAndOutlivesAnOutage() throws Exception {
    StringWriter out = new StringWriter();
    Thread watching =
        new Thread(
            () -> Commanded.run(out, out, shop.words("status", "-e", "production", "--watch")));
    watching.start();
    try {
      awaitSaid(out, "Nothing has been rolled out yet.");
      shop.deployed("v1");
      awaitSaid(out, "revision 1 (v1, blue) serves.");
      Fault outage = shop.cluster().faults().partition("", Partition.BROKEN);
      awaitSaid(out, "production: nobody knows");
      outage.close();
      out.getBuffer().setLength(0);
      awaitSaid(out, "revision 1 (v1, blue) serves.");
    } finally {
      watching.interrupt();
      watching.join(TimeUnit.SECONDS.toMillis(30));
    }
    assertFalse(watching.isAlive());
    assertTrue(out.toString(), out.toString().contains("austa: interrupted"));
  }

  private static void awaitSaid(StringWriter out, String part) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!out.toString().contains(part)) {
      assertTrue(out.toString(), System.nanoTime() < deadline);
      Thread.onSpinWait();
    }
  }
}
