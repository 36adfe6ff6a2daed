package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the record in a ConfigMap under the key {@code record.json}.
 *
 * <p>A write succeeds only if the ConfigMap is still the one that was read; otherwise {@link
 * RecordConflictException}. Calls block.
 */
final class RecordStore {

  static final String KEY = "record.json";

  /** Tells one write from any other, even of the same record. */
  private static final String WRITE = "austa.io/write";

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final String where;

  RecordStore(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
    this.where = "ConfigMap " + target.namespace() + "/" + target.stateName();
  }

  /**
   * @param now date of the empty record that is returned when there is none
   * @throws RecordUnreadableException if there is one that makes no sense
   * @throws ClusterException if the API server does not give it
   */
  StoredRecord load(Instant now) {
    ConfigMap found;
    try {
      found = resource().get();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read the rollout record from " + where, e);
    }
    if (found == null) {
      return new StoredRecord(RolloutRecord.empty(now), Optional.empty());
    }
    String text = found.getData() == null ? null : found.getData().get(KEY);
    return new StoredRecord(
        RecordJson.read(text, where), Optional.of(found.getMetadata().getResourceVersion()));
  }

  /**
   * @param basedOn what was read or written last
   * @throws RecordConflictException if somebody else wrote since
   * @throws ClusterException if the API server does not take it
   */
  StoredRecord save(RolloutRecord record, StoredRecord basedOn) {
    ConfigMap next = configMap(record, basedOn.resourceVersion().orElse(null));
    try {
      ConfigMap written =
          basedOn.resourceVersion().isPresent()
              ? client.resource(next).update()
              : client.resource(next).create();
      return new StoredRecord(record, Optional.of(written.getMetadata().getResourceVersion()));
    } catch (KubernetesClientException e) {
      return writtenAllTheSame(record, next)
          .orElseThrow(() -> failure(e, basedOn.resourceVersion()));
    }
  }

  /**
   * @throws RecordConflictException if somebody wrote since {@code seen} was read or written
   * @throws ClusterException if the API server does not say
   */
  void requireUnchanged(StoredRecord seen, Instant now) {
    if (!load(now).resourceVersion().equals(seen.resourceVersion())) {
      throw new RecordConflictException(where, seen.resourceVersion().orElse("none"), null);
    }
  }

  /**
   * The answer to a write that worked may be lost on the way, and the client may send it once more
   * and be told of a conflict with itself.
   */
  private Optional<StoredRecord> writtenAllTheSame(RolloutRecord record, ConfigMap written) {
    try {
      return Optional.ofNullable(resource().get())
          .filter(found -> write(written).equals(write(found)))
          .map(ConfigMap::getMetadata)
          .map(found -> new StoredRecord(record, Optional.of(found.getResourceVersion())));
    } catch (KubernetesClientException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> write(ConfigMap map) {
    return Optional.ofNullable(map.getMetadata().getAnnotations()).map(all -> all.get(WRITE));
  }

  private RolloutException failure(KubernetesClientException e, Optional<String> basedOn) {
    boolean gone = e.getCode() == NOT_FOUND && basedOn.isPresent();
    return e.getCode() == CONFLICT || gone
        ? new RecordConflictException(where, basedOn.orElse("none"), e)
        : new ClusterException("write the rollout record to " + where, e);
  }

  private ConfigMap configMap(RolloutRecord record, String resourceVersion) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(target.stateName())
        .withNamespace(target.namespace())
        .withResourceVersion(resourceVersion)
        .withLabels(OwnLabels.of(target))
        .addToAnnotations(WRITE, UUID.randomUUID().toString())
        .endMetadata()
        .withData(Map.of(KEY, RecordJson.write(record)))
        .build();
  }

  private Resource<ConfigMap> resource() {
    return client.configMaps().inNamespace(target.namespace()).withName(target.stateName());
  }
}
