package io.jenkins.plugins.austa.cli.byhand;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.deploy.HelmHistory;
import io.jenkins.plugins.austa.engine.deploy.HelmRevision;
import io.jenkins.plugins.austa.engine.deploy.ReleaseRouter;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import io.jenkins.plugins.austa.engine.rollout.RolloutStatus;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.StatusData;
import io.jenkins.plugins.austa.engine.rollout.StatusReader;
import io.jenkins.plugins.austa.engine.rollout.StatusText;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one environment is like.
 *
 * @param known whether the cluster has said so
 * @param lines for people
 * @param data for programs
 */
public record HandStatus(boolean known, List<String> lines, Map<String, Object> data) {

  /**
   * Asks the cluster; that it does not answer is what there is to tell, so that one environment
   * keeps nobody from hearing of the others.
   */
  public static HandStatus tell(HandEnvironment environment, HandCluster cluster) {
    try {
      return read(environment, cluster);
    } catch (IOException | RolloutException e) {
      String name = environment.deployment().environment();
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("environment", name);
      data.put("trouble", e.getMessage());
      return new HandStatus(false, List.of(name + ": nobody knows", e.getMessage()), data);
    }
  }

  /**
   * Asks the cluster.
   *
   * @throws IOException with one message when it does not answer
   */
  public static HandStatus read(HandEnvironment environment, HandCluster cluster)
      throws IOException {
    DeploymentPlan deployment = environment.deployment();
    cluster.require(deployment.namespace(), List.of());
    if (!deployment.isBlueGreen()) {
      return rolling(environment, cluster);
    }
    RolloutTarget target = environment.target();
    RolloutStatus status =
        new StatusReader(
                cluster.client(),
                target,
                ReleaseRouter.of(deployment, cluster.client(), target),
                Clock.systemUTC())
            .read();
    List<String> lines = new ArrayList<>(StatusText.lines(status));
    Map<String, Object> data = new LinkedHashMap<>(StatusData.of(status));
    HelmHistory history = new HelmHistory(cluster.client(), deployment.namespace());
    for (Colour colour : Colour.values()) {
      history.pending(target.helmRelease(colour)).ifPresent(one -> addTrouble(one, lines, data));
    }
    return new HandStatus(true, lines, data);
  }

  private static HandStatus rolling(HandEnvironment environment, HandCluster cluster) {
    DeploymentPlan deployment = environment.deployment();
    Optional<HelmRevision> latest =
        new HelmHistory(cluster.client(), deployment.namespace())
            .of(deployment.release()).stream().findFirst();
    List<String> lines = new ArrayList<>();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("environment", deployment.environment());
    data.put("namespace", deployment.namespace());
    data.put("release", deployment.release());
    data.put("strategy", "rolling");
    data.put("status", latest.map(HelmRevision::status).orElse("not installed"));
    latest.ifPresent(one -> data.put("helmRevision", one.version()));
    lines.add(
        "%s: rolling, %s (release %s in namespace %s)"
            .formatted(
                deployment.environment(),
                latest
                    .map(one -> one.status() + ", Helm revision " + one.version())
                    .orElse("not installed"),
                deployment.release(),
                deployment.namespace()));
    latest.filter(HelmRevision::isPending).ifPresent(one -> addTrouble(one, lines, data));
    data.put("services", services(environment, cluster, lines));
    return new HandStatus(true, lines, data);
  }

  private static void addTrouble(
      HelmRevision pending, List<String> lines, Map<String, Object> data) {
    lines.add("helm     " + pending.describePending());
    data.merge("helm", pending.describePending(), (before, next) -> before + "; " + next);
  }

  private static Map<String, Object> services(
      HandEnvironment environment, HandCluster cluster, List<String> lines) {
    Map<String, Object> services = new LinkedHashMap<>();
    for (ServicePlan service : environment.plan().services()) {
      Deployment found = deployment(cluster, environment.deployment(), service);
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

  private static Deployment deployment(
      HandCluster cluster, DeploymentPlan deployment, ServicePlan service) {
    String name = deployment.release() + "-" + service.name();
    try {
      return cluster
          .client()
          .apps()
          .deployments()
          .inNamespace(deployment.namespace())
          .withName(name)
          .get();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read Deployment " + name, e);
    }
  }
}
