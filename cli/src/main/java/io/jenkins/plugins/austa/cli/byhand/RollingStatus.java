package io.jenkins.plugins.austa.cli.byhand;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.deploy.HelmHistory;
import io.jenkins.plugins.austa.engine.deploy.HelmRevision;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an environment is like that is replaced pod by pod: Helm's word, and the pods. */
final class RollingStatus {
  private final HandEnvironment environment;
  private final HandCluster cluster;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Object> data = new LinkedHashMap<>();

  RollingStatus(HandEnvironment environment, HandCluster cluster) {
    this.environment = environment;
    this.cluster = cluster;
  }

  /**
   * Asks.
   *
   * @throws ClusterException when the pods cannot be asked for
   */
  HandStatus read() {
    DeploymentPlan deployment = environment.deployment();
    data.put("environment", deployment.environment());
    data.put("namespace", deployment.namespace());
    data.put("release", deployment.release());
    data.put("strategy", "rolling");
    lines.add(
        "%s: rolling, %s (release %s in namespace %s)"
            .formatted(
                deployment.environment(), helm(), deployment.release(), deployment.namespace()));
    Optional.ofNullable(data.get("helm")).ifPresent(why -> lines.add("helm     " + why));
    data.put("services", services());
    return new HandStatus(true, lines, data);
  }

  /** Whoever may only look may not read Helm's Secrets, and is told of the pods all the same. */
  private String helm() {
    try {
      HelmHistory history = new HelmHistory(cluster.client(), environment.deployment().namespace());
      Optional<HelmRevision> latest =
          history.of(environment.deployment().release()).stream().findFirst();
      latest
          .filter(HelmRevision::isPending)
          .ifPresent(one -> data.put("helm", one.describePending()));
      data.put("status", latest.map(HelmRevision::status).orElse("not installed"));
      latest.ifPresent(one -> data.put("helmRevision", one.version()));
      return latest
          .map(one -> one.status() + ", Helm revision " + one.version())
          .orElse("not installed");
    } catch (ClusterException e) {
      data.put("status", "unknown");
      data.put("helm", "unknown: " + e.getMessage());
      return "unknown to Helm";
    }
  }

  private Map<String, Object> services() {
    Map<String, Object> services = new LinkedHashMap<>();
    for (ServicePlan service : environment.plan().services()) {
      Deployment found = deployment(service);
      if (found != null) {
        int available =
            Optional.ofNullable(found.getStatus())
                .map(DeploymentStatus::getAvailableReplicas)
                .orElse(0);
        int wanted = Optional.ofNullable(found.getSpec().getReplicas()).orElse(1);
        Map<String, Object> pods = new LinkedHashMap<>();
        pods.put("replicas", wanted);
        pods.put("available", available);
        services.put(service.name(), pods);
        lines.add("%-12s %d of %d pods available".formatted(service.name(), available, wanted));
      }
    }
    return services;
  }

  private Deployment deployment(ServicePlan service) {
    String name = environment.deployment().release() + "-" + service.name();
    try {
      return cluster
          .client()
          .apps()
          .deployments()
          .inNamespace(environment.deployment().namespace())
          .withName(name)
          .get();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read Deployment " + name, e);
    }
  }
}
