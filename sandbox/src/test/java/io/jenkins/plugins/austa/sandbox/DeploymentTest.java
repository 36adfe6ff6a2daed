package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.Rule;
import org.junit.Test;

public class DeploymentTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void scalesUpAndDown() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.scale("backend", "blue", 3);
    sandbox.awaitAvailable("backend", "blue", 3);
    sandbox.scale("backend", "blue", 0);
    sandbox.awaitAvailable("backend", "blue", 0);
    eventually("no pod is left", () -> pods().isEmpty());
  }

  @Test
  public void newTemplateKeepsAllReplicasAvailableWhileItRolls() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    Collection<Integer> available = new ConcurrentLinkedQueue<>();
    try (var watch =
        sandbox
            .client()
            .resource(sandbox.deployment("backend", "blue"))
            .watch(watcher(available))) {
      patch("{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"again\":\"1\"}}}}}");
      eventually(
          "the new template runs alone",
          () -> pods().size() == 2 && pods().stream().allMatch(DeploymentTest::isNew));
      sandbox.awaitAvailable("backend", "blue", 2);
    }
    assertTrue(available.toString(), available.stream().allMatch(count -> count >= 2));
    var sets = sandbox.client().apps().replicaSets().inNamespace(NAMESPACE).list().getItems();
    assertEquals(2, sets.size());
    assertEquals(2, sets.stream().mapToInt(set -> set.getSpec().getReplicas()).sum());
    assertEquals(
        "2",
        sandbox
            .deployment("backend", "blue")
            .getMetadata()
            .getAnnotations()
            .get("deployment.kubernetes.io/revision"));
  }

  @Test
  public void returningToAFormerTemplateReusesItsReplicaSet() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    patch("{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"again\":\"1\"}}}}}");
    eventually("the new template runs alone", () -> pods().size() == 1 && isNew(pods().get(0)));
    patch("{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"again\":null}}}}}");
    eventually("the old template is back", () -> pods().size() == 1 && !isNew(pods().get(0)));
    assertEquals(
        2, sandbox.client().apps().replicaSets().inNamespace(NAMESPACE).list().getItems().size());
  }

  @Test
  public void recreateEndsTheOldPodsFirst() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    patch("{\"spec\":{\"strategy\":{\"type\":\"Recreate\"}}}");
    patch("{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"again\":\"1\"}}}}}");
    eventually("the new template runs alone", () -> pods().size() == 1 && isNew(pods().get(0)));
    sandbox.awaitAvailable("backend", "blue", 1);
  }

  @Test
  public void missedDeadlineIsReported() throws Exception {
    sandbox.cluster().faults().neverReady(Platform.selector("backend", "green"));
    Deployment deployment =
        new DeploymentBuilder(Platform.deployment("backend", "green", 1))
            .editSpec()
            .withProgressDeadlineSeconds(1)
            .endSpec()
            .build();
    sandbox.client().resource(deployment).create();
    eventually(
        "the deadline is missed", () -> "ProgressDeadlineExceeded".equals(reason("Progressing")));
    assertEquals("MinimumReplicasUnavailable", reason("Available"));

    sandbox.cluster().faults().clear();
    eventually("it recovers", () -> "NewReplicaSetAvailable".equals(reason("Progressing")));
    assertEquals("MinimumReplicasAvailable", reason("Available"));
  }

  private String reason(String type) {
    Deployment deployment = sandbox.deployment("backend", "green");
    return deployment.getStatus() == null
        ? ""
        : deployment.getStatus().getConditions().stream()
            .filter(condition -> condition.getType().equals(type))
            .map(DeploymentCondition::getReason)
            .findFirst()
            .orElse("");
  }

  private List<Pod> pods() {
    return sandbox.client().pods().inNamespace(NAMESPACE).list().getItems();
  }

  private static boolean isNew(Pod pod) {
    return Objects.equals("1", pod.getMetadata().getAnnotations().get("again"));
  }

  private void patch(String patch) {
    sandbox
        .client()
        .resource(sandbox.deployment("backend", "blue"))
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private static Watcher<Deployment> watcher(Collection<Integer> available) {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, Deployment deployment) {
        available.add(deployment.getStatus().getAvailableReplicas());
      }

      @Override
      public void onClose(WatcherException cause) {}
    };
  }
}
