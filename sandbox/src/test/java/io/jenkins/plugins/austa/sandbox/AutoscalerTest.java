package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import org.junit.Rule;
import org.junit.Test;

/** HorizontalPodAutoscalers: their status, and that they scale within their bounds. */
public class AutoscalerTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void withoutMetricsItReportsAndLeavesTheReplicasAlone() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(autoscaler(1, 5)).create();
    eventually("it reports", () -> status() != null && status().getCurrentReplicas() == 2);
    assertEquals(2, status().getDesiredReplicas().intValue());
    assertEquals("FailedGetResourceMetric", condition("ScalingActive").getReason());
    assertEquals("True", condition("AbleToScale").getStatus());
    assertEquals("DesiredWithinRange", condition("ScalingLimited").getReason());
  }

  @Test
  public void itFollowsTheLoadBothWays() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(autoscaler(1, 5)).create();
    load(270);
    sandbox.awaitAvailable("backend", "blue", 4);
    eventually("it reports", () -> status().getCurrentReplicas() == 4);
    assertEquals("ValidMetricFound", condition("ScalingActive").getReason());
    assertEquals(
        67,
        status()
            .getCurrentMetrics()
            .get(0)
            .getResource()
            .getCurrent()
            .getAverageUtilization()
            .intValue());
    load(60);
    sandbox.awaitAvailable("backend", "blue", 1);
  }

  @Test
  public void theBoundsHoldAgainstLoadAndHand() throws Exception {
    sandbox.deploy("backend", "blue", 3);
    sandbox.client().resource(autoscaler(2, 4)).create();
    load(2000);
    sandbox.awaitAvailable("backend", "blue", 4);
    eventually(
        "it says so", () -> "TooManyReplicas".equals(condition("ScalingLimited").getReason()));
    load(1);
    sandbox.awaitAvailable("backend", "blue", 2);
    eventually(
        "it says so", () -> "TooFewReplicas".equals(condition("ScalingLimited").getReason()));
    sandbox.scale("backend", "blue", 6);
    sandbox.awaitAvailable("backend", "blue", 2);
  }

  @Test
  public void aTargetScaledToZeroStaysThere() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(autoscaler(2, 4)).create();
    load(500);
    sandbox.awaitAvailable("backend", "blue", 4);
    sandbox.scale("backend", "blue", 0);
    eventually(
        "it is disabled", () -> "ScalingDisabled".equals(condition("ScalingActive").getReason()));
    sandbox.awaitAvailable("backend", "blue", 0);
    assertEquals(0, sandbox.deployment("backend", "blue").getSpec().getReplicas().intValue());
  }

  @Test
  public void aTargetThatIsNotThereIsSaid() throws Exception {
    sandbox.client().resource(autoscaler(1, 2)).create();
    eventually("it says so", () -> status() != null && condition("AbleToScale") != null);
    assertEquals("FailedGetScale", condition("AbleToScale").getReason());
  }

  private void load(int percent) {
    sandbox.cluster().load(NAMESPACE, Platform.name("backend", "blue"), percent);
  }

  private HorizontalPodAutoscalerStatus status() {
    return sandbox.client().resource(autoscaler(1, 1)).get().getStatus();
  }

  private HorizontalPodAutoscalerCondition condition(String type) {
    return status().getConditions().stream()
        .filter(condition -> condition.getType().equals(type))
        .findFirst()
        .orElse(null);
  }

  /** Seventy percent of what is requested is what it aims at. */
  private static HorizontalPodAutoscaler autoscaler(int least, int most) {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(Platform.name("backend", "blue"))
        .endMetadata()
        .withNewSpec()
        .withMinReplicas(least)
        .withMaxReplicas(most)
        .withNewScaleTargetRef("apps/v1", "Deployment", Platform.name("backend", "blue"))
        .addNewMetric()
        .withType("Resource")
        .withNewResource()
        .withName("cpu")
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(70)
        .endTarget()
        .endResource()
        .endMetric()
        .endSpec()
        .build();
  }
}
