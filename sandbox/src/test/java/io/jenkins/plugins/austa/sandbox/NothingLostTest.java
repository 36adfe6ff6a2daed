package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class NothingLostTest {
  private static final List<String> PATHS = List.of("/", "/api/patients", "/api/audit?page=2");

  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void switchingAndScalingDownUnderLoadLosesNothing() throws Exception {
    for (String colour : List.of("blue", "green")) {
      sandbox.deploy("frontend", colour, 2);
      sandbox.deploy("backend", colour, 2);
    }
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("blue serves", () -> sandbox.get("/api").statusCode() == 200);

    Traffic traffic = Traffic.start(sandbox.cluster().publicEntry(), PATHS, 300);
    String from = "blue";
    for (int i = 0; i < 6; i++) {
      String to = from.equals("blue") ? "green" : "blue";
      switchTo(to);
      retireAndBringBack(from);
      from = to;
    }
    eventually("there was traffic enough", () -> traffic.soFar().sent() >= 1000);
    TrafficReport report = traffic.stop();

    assertEquals(report.toString(), 0, report.failed());
    assertEquals(report.sent(), report.answered());
    assertTrue(report.byColour().get("blue") > 50);
    assertTrue(report.byColour().get("green") > 50);
  }

  @Test
  public void rollingUpdateAndDeletedPodsUnderLoadLoseNothing() throws Exception {
    sandbox.deploy("frontend", "blue", 1);
    sandbox.deploy("backend", "blue", 3);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("blue serves", () -> sandbox.get("/api").statusCode() == 200);

    Traffic traffic = Traffic.start(sandbox.cluster().publicEntry(), PATHS, 300);
    for (int i = 0; i < 3; i++) {
      var pods = sandbox.client().pods().inNamespace(NAMESPACE);
      String victim =
          pods.withLabel("app.kubernetes.io/name", "backend").list().getItems().stream()
              .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
              .findFirst()
              .orElseThrow()
              .getMetadata()
              .getName();
      pods.withName(victim).delete();
      eventually("the pod is gone", () -> pods.withName(victim).get() == null);
      sandbox.awaitAvailable("backend", "blue", 3);
    }
    sandbox
        .client()
        .resource(sandbox.deployment("backend", "blue"))
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"again\":\"1\"}}}}}");
    eventually(
        "the rolling update is complete",
        () -> {
          var status = sandbox.deployment("backend", "blue").getStatus();
          return status.getObservedGeneration() == 2
              && status.getUpdatedReplicas() == 3
              && status.getReplicas() == 3
              && status.getAvailableReplicas() == 3;
        });
    eventually("there was traffic enough", () -> traffic.soFar().sent() >= 600);
    TrafficReport report = traffic.stop();

    assertEquals(report.toString(), 0, report.failed());
  }

  private void switchTo(String colour) throws Exception {
    sandbox
        .client()
        .resource(Platform.ingress(colour))
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(Platform.ingress(colour)));
    eventually(
        colour + " serves",
        () -> sandbox.get("/api").headers().firstValue("X-Austa-Colour").get().equals(colour));
  }

  private void retireAndBringBack(String colour) throws Exception {
    for (int replicas : new int[] {0, 2}) {
      for (String service : List.of("frontend", "backend")) {
        sandbox.scale(service, colour, replicas);
      }
      sandbox.awaitAvailable("frontend", colour, replicas);
      sandbox.awaitAvailable("backend", colour, replicas);
    }
  }
}
