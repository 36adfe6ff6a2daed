package io.jenkins.plugins.austa.bench.controller;

import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.test.controller.ControllerSettings;
import io.jenkins.plugins.austa.test.controller.ControllerSettings.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A cluster on which every environment of the idle platform already runs. */
final class IdleCluster implements AutoCloseable {
  private static final int PORT = 8080;
  private static final int SERVICE_PORT = 80;
  private static final long READY_SECONDS = 60;

  private final SandboxCluster cluster = SandboxCluster.start();

  IdleCluster(List<String> environments, List<String> services) {
    try (KubernetesClient client = cluster.client()) {
      for (String environment : environments) {
        for (String service : services) {
          run(client, "austa-idle-" + environment, "austa-" + environment + "-" + service);
        }
      }
    }
  }

  /** What an administrator sets for it. */
  ControllerSettings settings(Path tools, List<String> environments) {
    String entry = cluster.publicEntry().toString();
    List<Site> sites =
        environments.stream().map(name -> new Site(name, entry, null, null)).toList();
    return new ControllerSettings(cluster.kubeconfig(), null, tools, Map.of(), sites);
  }

  private static void run(KubernetesClient client, String namespace, String name) {
    Map<String, String> labels = Map.of("app", name);
    client
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withSelector(labels)
                .addNewPort()
                .withName("http")
                .withPort(SERVICE_PORT)
                .withNewTargetPort(PORT)
                .endPort()
                .endSpec()
                .build())
        .create();
    client
        .resource(
            new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("service")
                .withImage("registry.austa.example/idle/service:1")
                .addNewPort()
                .withName("http")
                .withContainerPort(PORT)
                .endPort()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();
    client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(name)
        .waitUntilReady(READY_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
