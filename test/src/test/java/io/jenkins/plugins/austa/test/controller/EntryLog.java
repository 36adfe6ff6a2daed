package io.jenkins.plugins.austa.test.controller;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jenkins.plugins.austa.cli.scene.DemoScene;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every write to the entry of production, from now on, as the cluster tells it. */
final class EntryLog implements Watcher<Ingress>, AutoCloseable {
  private final List<String> colours = new ArrayList<>();
  private final KubernetesClient client;
  private final Watch watch;

  private EntryLog(DemoScene scene) {
    DeploymentPlan production =
        scene.plan().deployments().stream()
            .filter(DeploymentPlan::isBlueGreen)
            .findFirst()
            .orElseThrow();
    client = scene.scene().cluster().client();
    watch =
        client
            .network()
            .v1()
            .ingresses()
            .inNamespace(production.namespace())
            .withName(production.release())
            .watch(this);
  }

  static EntryLog of(DemoScene scene) {
    return new EntryLog(scene);
  }

  @Override
  public synchronized void eventReceived(Action action, Ingress entry) {
    colours.add(colour(entry));
  }

  @Override
  public synchronized void onClose(WatcherException cause) {
    // A gap would make the log worthless; it must show.
    colours.add("the watch broke: " + cause.getMessage());
  }

  @Override
  public void onClose() {
    // Closed by this class.
  }

  /** The colour that each write pointed users to, the first being what was there at the start. */
  synchronized List<String> writes() {
    return List.copyOf(colours);
  }

  private static String colour(Ingress entry) {
    Set<String> found =
        entry.getSpec().getRules().stream()
            .flatMap(rule -> rule.getHttp().getPaths().stream())
            .map(path -> path.getBackend().getService().getName().replaceFirst(".*-", ""))
            .collect(Collectors.toSet());
    return String.join("+", found);
  }

  @Override
  public void close() {
    watch.close();
    client.close();
  }
}
