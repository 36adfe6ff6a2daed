package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.time.Duration;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

/** Traffic that moves because a Service's selector does, while nothing else is touched. */
public class StableServiceTest {
  private static final Duration PROPAGATION = Duration.ofMillis(200);
  private static final String STABLE = "austa-production-backend";

  @Rule
  public final ClusterRule sandbox =
      new ClusterRule(SandboxCluster.builder().propagationDelay(PROPAGATION));

  @Test
  public void trafficFollowsTheSelectorAfterTheDelayAndLosesNothing() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.deploy("backend", "green", 2);
    sandbox.client().resource(service("blue")).create();
    sandbox.client().resource(ingress()).create();
    eventually("blue serves", () -> colour().equals("blue"));

    Traffic traffic = Traffic.start(sandbox.cluster().publicEntry(), List.of("/api"), 200);
    for (String colour : List.of("green", "blue", "green")) {
      String other = colour.equals("green") ? "blue" : "green";
      assertEquals(other, colour());
      long patched = System.nanoTime();
      select(colour);
      eventually(colour + " serves", () -> colour().equals(colour));
      assertTrue(System.nanoTime() - patched >= PROPAGATION.toNanos());
      for (int i = 0; i < 20; i++) {
        assertEquals(colour, colour());
      }
    }
    eventually("there was traffic enough", () -> traffic.soFar().sent() > 400);
    TrafficReport report = traffic.stop();
    assertEquals(report.toString(), 0, report.failed());
    assertEquals(report.sent(), report.answered());
  }

  @Test
  public void aPodThatLosesTheLabelIsNoEndpointAnyMoreAndIsReplaced() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.client().resource(service("blue")).create();
    sandbox.client().resource(ingress()).create();
    eventually("blue serves", () -> colour().equals("blue"));
    var pod = sandbox.client().pods().inNamespace(NAMESPACE).list().getItems().get(0);
    sandbox
        .client()
        .resource(pod)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\":{\"labels\":{\"app.kubernetes.io/instance\":\"apart\"}}}");
    String name = "\"pod\":\"" + pod.getMetadata().getName() + "\"";
    eventually(
        "another serves",
        () -> {
          var answer = sandbox.get("/api");
          return answer.statusCode() == 200 && !answer.body().contains(name);
        });
    assertNull(sandbox.client().resource(pod).get().getMetadata().getDeletionTimestamp());
  }

  private String colour() throws Exception {
    return sandbox.get("/api").headers().firstValue("X-Austa-Colour").orElse("");
  }

  private void select(String colour) {
    sandbox
        .client()
        .resource(service("blue"))
        .patch(
            PatchContext.of(PatchType.JSON),
            "[{\"op\":\"replace\",\"path\":\"/spec/selector/app.kubernetes.io~1instance\","
                + "\"value\":\"austa-production-"
                + colour
                + "\"}]");
  }

  private static Service service(String colour) {
    return new ServiceBuilder(Platform.service("backend", colour))
        .editMetadata()
        .withName(STABLE)
        .endMetadata()
        .build();
  }

  private static Ingress ingress() {
    return new IngressBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName("austa-production")
        .endMetadata()
        .withNewSpec()
        .withNewDefaultBackend()
        .withNewService()
        .withName(STABLE)
        .withNewPort("http", null)
        .endService()
        .endDefaultBackend()
        .endSpec()
        .build();
  }
}
