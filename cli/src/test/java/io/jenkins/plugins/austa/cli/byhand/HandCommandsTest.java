package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.austa.cli.Commanded;
import io.jenkins.plugins.austa.sandbox.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;

/** The whole way by hand, against a cluster with real HTTP servers and real Helm. */
public class HandCommandsTest {
  private static final Map<String, String> GREEN = Map.of("austa.io/colour", "green");

  @Rule public final Shop shop = new Shop();

  @Test
  public void deploysAndGoesBackToWhatIsKeptAndToWhatHelmRemembers() throws Exception {
    assertDryRunTouchesNothing("deploy", "-e", "production", "-t", "v1");
    Commanded first = shop.deployed("v1");
    assertTrue(first.out(), first.out().contains("revision 1 (v1, blue) serves"));
    assertEquals("1", shop.revisionOfPublicAnswers());

    shop.deployed("v2");
    assertEquals("2", shop.revisionOfPublicAnswers());
    Commanded nothing = shop.deployed("v2");
    assertTrue(nothing.out(), nothing.out().contains("Nothing to do: revision 2 (v2, green)"));

    Commanded dry = assertDryRunTouchesNothing("rollback", "-e", "production");
    assertTrue(dry.out(), dry.out().contains("# scale-up\n--- live/Deployment/"));
    Commanded back = shop.austa("rollback", "-e", "production", "--yes").requireSuccess();
    assertTrue(back.out(), back.out().contains("revision 3 (v1, blue) serves"));
    assertEquals("its pods were never installed anew", "1", shop.revisionOfPublicAnswers());

    shop.deployed("v3");
    assertDryRunTouchesNothing("rollback", "-e", "production", "--to", "2");
    Commanded older =
        shop.austa("rollback", "-e", "production", "--to", "2", "--reason", "v3 is slow", "--yes")
            .requireSuccess();
    assertTrue(older.out(), older.out().contains("which has to be installed again"));
    assertEquals("5", shop.revisionOfPublicAnswers());

    JsonNode status =
        new ObjectMapper()
            .readTree(
                shop.austa("status", "-e", "production", "--output", "json")
                    .requireSuccess()
                    .out());
    assertEquals("done", status.path("phase").asText());
    assertEquals("v2", status.path("active").path("version").asText());
    assertEquals("rollback to 2: v3 is slow", status.path("active").path("why").asText());
    assertEquals(5, status.path("history").size());
    assertEquals("blue", status.path("traffic").path("backend").asText());
  }

  @Test
  public void aDryRunShowsWhatWouldBeDone() throws Exception {
    shop.deployed("v1");

    Commanded dry = assertDryRunTouchesNothing("deploy", "-e", "production", "-t", "v2");

    assertTrue(
        dry.out(),
        dry.out()
            .contains(
                "+++ install/Deployment/" + Shop.PRODUCTION + "/austa-production-backend-green"));
    assertTrue(dry.out(), dry.out().contains("# switch\n--- live/Ingress/"));
    assertTrue(dry.out(), dry.out().contains("-            name: austa-production-backend-blue"));
    assertTrue(dry.out(), dry.out().contains("+            name: austa-production-backend-green"));
    assertTrue(dry.out(), dry.out().contains("# retire\n--- live/Deployment/"));
    assertTrue(dry.out(), dry.out().contains("-  replicas: 1\n+  replicas: 0\n"));

    JsonNode data =
        new ObjectMapper()
            .readTree(
                shop.austa(
                        "deploy", "-e", "production", "-t", "v2", "--dry-run", "--output", "json")
                    .requireSuccess()
                    .out());
    assertTrue(data.path("dryRun").asBoolean());
    assertEquals("install", data.path("changes").path(0).path("moment").asText());

    shop.deployed("v2");
    String live = shop.everything();
    assertTrue(live, live.contains("austa-production-backend-green"));
    Commanded again = shop.austa("deploy", "-e", "production", "-t", "v2", "--dry-run");
    assertTrue(
        again.out(), again.out().contains("serves already, nothing would change (0 objects"));
  }

  @Test
  public void stableServicesAreMovedByHandAsWell() throws Exception {
    shop.configure("  production:\n", "  production:\n    router: service\n");
    shop.leadToStableServices();
    shop.deployed("v1");

    Commanded dry = assertDryRunTouchesNothing("deploy", "-e", "production", "-t", "v2");
    for (String service : List.of("frontend", "backend")) {
      assertTrue(
          dry.out(),
          dry.out()
              .contains(
                  "# switch\n--- live/Service/"
                      + Shop.PRODUCTION
                      + "/austa-production-"
                      + service));
    }

    shop.deployed("v2");
    String status = status();
    assertTrue(status, status.contains("traffic  green"));
    shop.austa("rollback", "-e", "production", "--to", "1", "--yes").requireSuccess();
    assertTrue(status(), status().contains("revision 3 (v1, blue) serves."));
  }

  @Test
  public void twoAtOnceExcludeEachOtherAndTheStatusTellsEachPhase() throws Exception {
    assertTrue(status().contains("Nothing has been rolled out yet."));
    shop.deployed("v1");
    Fault neverReady = shop.cluster().faults().neverReady(GREEN);
    CompletableFuture<Commanded> first =
        CompletableFuture.supplyAsync(
            () -> shop.austa("deploy", "-e", "production", "-t", "v2", "--yes"));
    shop.untilStatusSays("is checking by build");

    Commanded second = shop.austa("deploy", "-e", "production", "-t", "v3", "--yes");

    assertEquals(1, second.exitCode());
    assertTrue(
        second.err(),
        second.err().contains("is held by build " + System.getProperty("user.name") + "@"));
    Commanded back = shop.austa("rollback", "-e", "production", "--to", "previous", "--yes");
    assertEquals(1, back.exitCode());
    assertTrue(back.err(), back.err().contains("is being rolled out by build"));
    neverReady.close();
    shop.untilStatusSays("Users are on it and it is being watched.");
    assertEquals(0, first.get(120, TimeUnit.SECONDS).exitCode());
    assertTrue(status().contains("revision 2 (v2, green) serves."));
  }

  @Test
  public void aVersionThatIsNotWellIsTakenBackAndSaysWhy() throws Exception {
    shop.deployed("v1");
    shop.cluster().faults().errorsOnPublicTraffic(GREEN, 2);

    Commanded bad = shop.austa("deploy", "-e", "production", "-t", "v2", "--yes");

    assertEquals(bad.out() + bad.err(), 1, bad.exitCode());
    assertTrue(bad.out(), bad.out().contains("Reverted because of"));
    assertEquals("1", shop.revisionOfPublicAnswers());
    assertTrue(status(), status().contains("The latest rollout went back because of"));
  }

  @Test
  public void aRollingEnvironmentIsDeployedRolling() throws Exception {
    Commanded dry = shop.austa("deploy", "-e", "staging", "-t", "v1", "--dry-run").requireSuccess();
    assertTrue(dry.out(), dry.out().contains("+++ install/Ingress/" + Shop.STAGING));

    shop.austa("deploy", "-e", "staging", "-t", "v1").requireSuccess();

    String status = shop.austa("status", "-e", "staging").requireSuccess().out();
    assertTrue(status, status.contains("staging: rolling, deployed, Helm revision 1"));
    assertTrue(status, status.contains("backend      1 of 1 pods available"));
    Commanded back = shop.austa("rollback", "-e", "staging", "--yes");
    assertEquals(2, back.exitCode());
    assertTrue(back.err(), back.err().contains("staging is deployed rolling"));
  }

  private Commanded assertDryRunTouchesNothing(String... words) {
    String before = shop.everything();
    String[] all = java.util.Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--dry-run";

    Commanded dry = shop.austa(all).requireSuccess();

    assertTrue(dry.out(), dry.out().contains("Dry run, nothing was touched: "));
    assertEquals(before, shop.everything());
    assertFalse(dry.out(), dry.out().contains("managedFields"));
    assertNotEquals("", dry.out());
    return dry;
  }

  private String status() {
    return shop.austa("status", "-e", "production").requireSuccess().out();
  }
}
