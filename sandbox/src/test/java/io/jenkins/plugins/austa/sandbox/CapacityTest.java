package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jenkins.plugins.austa.sandbox.control.NodeSize;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;

/** Pods and the room they need on nodes. */
public class CapacityTest {
  @Rule
  public final ClusterRule sandbox =
      new ClusterRule(
          SandboxCluster.builder()
              .nodes(new NodeSize("small", "1", "1Gi", 10), new NodeSize("large", "2", "2Gi", 10)));

  @Test
  public void podsAreSpreadOverTheNodesTheyFitOn() throws Exception {
    sandbox.client().resource(asking("blue", 2, "500m", "64Mi")).create();
    sandbox.awaitAvailable("backend", "blue", 2);
    Set<String> nodes =
        pods().stream().map(pod -> pod.getSpec().getNodeName()).collect(Collectors.toSet());
    assertEquals(Set.of("small", "large"), nodes);
  }

  @Test
  public void aPodWithoutRoomIsPendingAndSaysWhy() throws Exception {
    sandbox.client().resource(asking("blue", 1, "3", "64Mi")).create();
    eventually("refused", () -> pods().size() == 1 && scheduled(pods().get(0)) != null);
    Pod pod = pods().get(0);
    assertEquals("Pending", pod.getStatus().getPhase());
    assertNull(pod.getSpec().getNodeName());
    PodCondition condition = scheduled(pod);
    assertEquals("False", condition.getStatus());
    assertEquals("Unschedulable", condition.getReason());
    assertEquals("0/2 nodes are available: 2 Insufficient cpu.", condition.getMessage());
    eventually(
        "there is an event",
        () ->
            sandbox.client().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
                .anyMatch(
                    event ->
                        event.getReason().equals("FailedScheduling")
                            && event
                                .getInvolvedObject()
                                .getName()
                                .equals(pod.getMetadata().getName())));
    sandbox.client().resource(asking("blue", 1, "3", "64Mi")).delete();
    eventually("it is gone", () -> pods().isEmpty());
  }

  @Test
  public void aPodThatWaitsGetsTheRoomAnotherLeaves() throws Exception {
    sandbox.client().resource(asking("blue", 3, "1", "64Mi")).create();
    sandbox.awaitAvailable("backend", "blue", 3);
    sandbox.client().resource(asking("green", 1, "1", "64Mi")).create();
    eventually(
        "green waits",
        () -> pods().stream().anyMatch(pod -> "Pending".equals(pod.getStatus().getPhase())));
    assertEquals(0, available("green"));
    sandbox.scale("backend", "blue", 2);
    sandbox.awaitAvailable("backend", "green", 1);
  }

  @Test
  public void nodesThatTakeNoMoreAndSelectorsAreObstaclesToo() throws Exception {
    sandbox
        .client()
        .nodes()
        .withName("small")
        .edit(
            node -> {
              node.getSpec().setUnschedulable(true);
              return node;
            });
    Deployment picky = asking("blue", 1, "100m", "4Gi");
    sandbox.client().resource(picky).create();
    eventually("refused", () -> pods().size() == 1 && scheduled(pods().get(0)) != null);
    assertEquals(
        "0/2 nodes are available: 1 Insufficient memory, 1 node(s) were unschedulable.",
        scheduled(pods().get(0)).getMessage());
  }

  @Test
  public void nodesSayThatTheyAreReadyAndWhatTheyHave() {
    var node = sandbox.client().nodes().withName("small").get();
    assertEquals(new Quantity("1"), node.getStatus().getAllocatable().get("cpu"));
    assertTrue(
        node.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Ready") && c.getStatus().equals("True")));
  }

  private List<Pod> pods() {
    return sandbox.client().pods().inNamespace(NAMESPACE).list().getItems();
  }

  private int available(String colour) {
    Integer count = sandbox.deployment("backend", colour).getStatus().getAvailableReplicas();
    return count == null ? 0 : count;
  }

  private static PodCondition scheduled(Pod pod) {
    return pod.getStatus() == null
        ? null
        : pod.getStatus().getConditions().stream()
            .filter(condition -> condition.getType().equals("PodScheduled"))
            .findFirst()
            .orElse(null);
  }

  private static Deployment asking(String colour, int replicas, String cpu, String memory) {
    return new DeploymentBuilder(Platform.deployment("backend", colour, replicas))
        .editSpec()
        .editTemplate()
        .editSpec()
        .editFirstContainer()
        .withNewResources()
        .addToRequests("cpu", new Quantity(cpu))
        .addToRequests("memory", new Quantity(memory))
        .endResources()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }
}
