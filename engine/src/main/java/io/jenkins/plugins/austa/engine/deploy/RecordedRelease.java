package io.jenkins.plugins.austa.engine.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.ReturnChecks;
import io.jenkins.plugins.austa.engine.rollout.Returning;
import io.jenkins.plugins.austa.engine.rollout.Revision;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds chart and values of a recorded revision in Helm's history, so that it can be installed
 * again exactly as it was. What is found is held against the record; what differs is refused.
 */
public final class RecordedRelease implements ReturnChecks {

  private final HelmHistory history;
  private final RolloutTarget target;

  /**
   * @param client not closed here
   */
  public RecordedRelease(KubernetesClient client, RolloutTarget target) {
    this.history = new HelmHistory(client, target.namespace());
    this.target = target;
  }

  @Override
  public Optional<String> obstacle(Revision back, boolean kept) {
    Optional<String> pending = pending();
    return pending.isPresent() || kept ? pending : notInHistory(back);
  }

  /**
   * Which colour's Helm release has not come to its end, and how to mend that; a clause without its
   * full stop.
   *
   * @throws ClusterException if the cluster does not answer or denies it
   */
  public Optional<String> pending() {
    return Stream.of(Colour.values())
        .map(target::helmRelease)
        .flatMap(release -> history.pending(release).stream())
        .map(HelmRevision::describePending)
        .findFirst();
  }

  /**
   * What Helm has to install.
   *
   * @throws IllegalStateException if Helm's history has lost it since {@link #obstacle} was asked
   */
  public Reinstallation reinstallation(Returning.Install install) {
    Revision back = install.back();
    HelmRevision found =
        find(back)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Helm's history of "
                            + target.helmRelease(back.colour())
                            + " has lost "
                            + back.label()
                            + " while it was about to be installed again"));
    return new Reinstallation(
        install.preparation().helmRelease(),
        found.chart(),
        values(found.values(), install.preparation()));
  }

  /**
   * The same for whoever only looks: may not read Helm's Secrets, and is told so instead; a line.
   */
  public Optional<String> trouble() {
    try {
      return pending();
    } catch (ClusterException e) {
      return Optional.of("unknown: " + e.getMessage());
    }
  }

  private Optional<String> notInHistory(Revision back) {
    String release = target.helmRelease(back.colour());
    Optional<HelmRevision> found = find(back);
    if (found.isEmpty() || !found.get().hasChart()) {
      return Optional.of(
          "Helm's history of " + release + " does not hold its chart and values any more");
    }
    JsonNode values = found.get().values();
    boolean otherImages =
        target.services().stream()
            .anyMatch(
                service ->
                    !values
                        .path("services")
                        .path(service.name())
                        .path("image")
                        .asText()
                        .equals(back.images().get(service.name())));
    boolean otherValues =
        back.valuesDigest() != null && !back.valuesDigest().equals(ValuesDigest.of(values));
    return otherImages || otherValues
        ? Optional.of(
            "Helm's history of "
                + release
                + " has other "
                + (otherImages ? "images" : "values")
                + " under its number than the record, so somebody has installed there by hand")
        : Optional.empty();
  }

  private Optional<HelmRevision> find(Revision back) {
    String number = String.valueOf(back.installedNumber());
    return history.of(target.helmRelease(back.colour())).stream()
        .filter(HelmRevision::wasDeployed)
        .filter(one -> one.values().path("revision").asText().equals(number))
        .findFirst();
  }

  private static String values(JsonNode recorded, Preparation preparation) {
    ObjectNode values = recorded.deepCopy();
    values.put("colour", preparation.colour().toString());
    values.put("revision", String.valueOf(preparation.revision().number()));
    for (Map.Entry<String, Integer> each : new TreeMap<>(preparation.replicas()).entrySet()) {
      if (values.path("services").path(each.getKey()) instanceof ObjectNode service) {
        service.put("replicas", each.getValue());
      }
    }
    return values.toPrettyString();
  }
}
