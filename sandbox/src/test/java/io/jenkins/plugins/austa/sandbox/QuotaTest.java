package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

/** ResourceQuotas: what is used, and who is refused. */
public class QuotaTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void aDeploymentThatGoesBeyondGetsAsManyPodsAsFitAndSaysWhy() throws Exception {
    sandbox.client().resource(quota(Map.of("pods", new Quantity("2")))).create();
    sandbox.client().resource(Platform.deployment("backend", "blue", 3)).create();
    eventually("it says why", () -> failure().isPresent());
    assertEquals("FailedCreate", failure().get().getReason());
    assertTrue(
        failure().get().getMessage(),
        failure()
            .get()
            .getMessage()
            .endsWith(
                " is forbidden: exceeded quota: budget, requested: pods=1, used: pods=2, limited:"
                    + " pods=2"));
    eventually(
        "two run",
        () -> sandbox.deployment("backend", "blue").getStatus().getAvailableReplicas() == 2);
    assertEquals(new Quantity("2"), used().get("pods"));
    eventually(
        "there is an event",
        () ->
            sandbox.client().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
                .anyMatch(event -> event.getReason().equals("FailedCreate")));

    sandbox.client().resource(quota(Map.of("pods", new Quantity("5")))).update();
    sandbox.awaitAvailable("backend", "blue", 3);
    eventually("all is well", () -> failure().isEmpty());
  }

  @Test
  public void computeIsCountedAndRefusedWithTheNumbers() throws Exception {
    sandbox
        .client()
        .resource(
            quota(
                Map.of("requests.cpu", new Quantity("1"), "limits.memory", new Quantity("256Mi"))))
        .create();
    sandbox.client().resource(pod("one", "600m", "128Mi")).create();
    eventually("it is counted", () -> new Quantity("600m").equals(used().get("requests.cpu")));
    assertEquals(new Quantity("128Mi"), used().get("limits.memory"));

    KubernetesClientException e =
        assertThrows(
            KubernetesClientException.class,
            () -> sandbox.client().resource(pod("two", "500m", "128Mi")).create());
    assertEquals(403, e.getCode());
    assertEquals("Forbidden", e.getStatus().getReason());
    assertEquals(
        "pods \"two\" is forbidden: exceeded quota: budget, requested: requests.cpu=500m, used:"
            + " requests.cpu=600m, limited: requests.cpu=1",
        e.getStatus().getMessage());

    Pod silent = pod("three", "1m", "1Mi");
    silent.getSpec().getContainers().get(0).setResources(null);
    KubernetesClientException unnamed =
        assertThrows(
            KubernetesClientException.class, () -> sandbox.client().resource(silent).create());
    assertEquals(
        "pods \"three\" is forbidden: failed quota: budget: must specify limits.memory for:"
            + " backend; requests.cpu for: backend",
        unnamed.getStatus().getMessage());

    sandbox.client().resource(pod("one", "1m", "1Mi")).withGracePeriod(0).delete();
    eventually("nothing is used", () -> new Quantity("0").equals(used().get("requests.cpu")));
    sandbox.client().resource(pod("two", "500m", "128Mi")).create();
  }

  private Map<String, Quantity> used() {
    ResourceQuota quota = sandbox.client().resource(quota(Map.of())).get();
    return quota.getStatus() == null ? Map.of() : quota.getStatus().getUsed();
  }

  private Optional<DeploymentCondition> failure() {
    return Optional.ofNullable(sandbox.deployment("backend", "blue").getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(condition -> condition.getType().equals("ReplicaFailure"))
        .findFirst();
  }

  private static ResourceQuota quota(Map<String, Quantity> hard) {
    return new ResourceQuotaBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName("budget")
        .endMetadata()
        .withNewSpec()
        .withHard(hard)
        .endSpec()
        .build();
  }

  private static Pod pod(String name, String cpu, String memory) {
    Container container =
        new ContainerBuilder()
            .withName("backend")
            .withImage("registry.example/backend:7")
            .withNewResources()
            .addToRequests("cpu", new Quantity(cpu))
            .addToLimits("memory", new Quantity(memory))
            .endResources()
            .build();
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withContainers(container)
        .endSpec()
        .build();
  }
}
