package io.jenkins.plugins.austa.cli.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does something once, a moment after users have come to a new version and are watched. */
final class OnceWatched implements AutoCloseable {
  /** By then it is established that users are answered by the new version. */
  private static final long MOMENT_MILLIS = 2_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final KubernetesClient client;
  private final SharedIndexInformer<ConfigMap> records;

  /**
   * @param client closed with this object
   */
  OnceWatched(KubernetesClient client, DeploymentPlan deployment, Runnable what) {
    this.client = client;
    this.records =
        client
            .configMaps()
            .inNamespace(deployment.namespace())
            .withName(deployment.release() + "-rollout")
            .inform(new Records(() -> begin(what)));
  }

  private void begin(Runnable what) {
    if (due.compareAndSet(false, true)) {
      later.schedule(what, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private record Records(Runnable watched) implements ResourceEventHandler<ConfigMap> {
    @Override
    public void onAdd(ConfigMap record) {
      look(record);
    }

    @Override
    public void onUpdate(ConfigMap before, ConfigMap record) {
      look(record);
    }

    @Override
    public void onDelete(ConfigMap record, boolean unknown) {
      // Nobody is watched then.
    }

    private void look(ConfigMap record) {
      if (phase(record).equals(Phase.VERIFYING.toString())) {
        watched.run();
      }
    }

    private static String phase(ConfigMap record) {
      Map<String, String> data = record.getData() == null ? Map.of() : record.getData();
      try {
        return JSON.readTree(data.getOrDefault("record.json", "{}")).path("phase").asText();
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the record of a rollout is JSON", e);
      }
    }
  }

  @Override
  public void close() {
    records.close();
    later.shutdownNow();
    client.close();
  }
}
