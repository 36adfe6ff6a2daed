package io.jenkins.plugins.austa.cli.toolbox;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code helm upgrade --install} against the sandbox: real Helm renders the chart; the objects are
 * written through the sandbox's API, which does not speak all that the helm command asks of a
 * cluster.
 */
public final class HelmStandIn implements Tool {
  private static final int TIMEOUT_MILLIS = 10_000;

  @Override
  public String name() {
    return "helm";
  }

  @Override
  public How how() {
    return How.STAND_IN;
  }

  @Override
  public String provenance() {
    return "renders the real chart with "
        + ChartRenderer.engine()
        + " and writes the objects through the sandbox's API";
  }

  @Override
  public int run(ToolCall call) throws IOException, InterruptedException {
    List<String> words = call.arguments();
    if (words.size() < 4 || !words.subList(0, 2).equals(List.of("upgrade", "--install"))) {
      call.err()
          .println(
              "helm (stand-in): only \"helm upgrade --install RELEASE CHART\" is answered here");
      return 1;
    }
    String release = words.get(2);
    String namespace = call.option("--namespace");
    Path values = call.directory().resolve(call.option("--values"));
    try (KubernetesClient client = client(call.environment().get("KUBECONFIG"))) {
      HelmInstall.Installed installed =
          HelmInstall.run(
              client, release, call.directory().resolve(words.get(3)), namespace, values);
      boolean wait = words.contains("--wait");
      if (wait && !isAvailable(client, installed.objects(), call.option("--timeout"))) {
        call.err().println("Error: UPGRADE FAILED: timed out waiting for the condition");
        return 1;
      }
      call.out().println("Release \"" + release + "\" has been upgraded. Happy Helming!");
      call.out()
          .println(
              "NAMESPACE: " + namespace + "\nSTATUS: deployed\nREVISION: " + installed.revision());
      return 0;
    }
  }

  private static KubernetesClient client(String kubeconfig) throws IOException {
    if (kubeconfig == null) {
      throw new IOException(
          "KUBECONFIG is not set; it comes from the environment's kubeconfig credential");
    }
    Config config = Config.fromKubeconfig(Files.readString(Path.of(kubeconfig)));
    config.setRequestTimeout(TIMEOUT_MILLIS);
    config.setConnectionTimeout(TIMEOUT_MILLIS);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static boolean isAvailable(
      KubernetesClient client, List<HasMetadata> objects, String timeout) {
    long seconds = timeout == null ? 300 : Long.parseLong(timeout.replaceAll("s$", ""));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      for (HasMetadata object : objects) {
        if (object instanceof Deployment deployment) {
          client
              .resource(deployment)
              .waitUntilCondition(
                  HelmStandIn::isAvailable, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
      }
      return true;
    } catch (KubernetesClientTimeoutException e) {
      return false;
    }
  }

  private static boolean isAvailable(Deployment deployment) {
    if (deployment == null || deployment.getStatus() == null) {
      return false;
    }
    Long seen = deployment.getStatus().getObservedGeneration();
    Long generation = deployment.getMetadata().getGeneration();
    Integer updated = deployment.getStatus().getUpdatedReplicas();
    Integer available = deployment.getStatus().getAvailableReplicas();
    int wanted = deployment.getSpec().getReplicas();
    return (generation == null || seen != null && seen >= generation)
        && updated != null
        && updated >= wanted
        && available != null
        && available >= wanted;
  }
}
