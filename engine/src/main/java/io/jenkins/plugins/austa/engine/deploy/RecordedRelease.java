package io.jenkins.plugins.austa.engine.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.ReturnChecks;
import io.jenkins.plugins.austa.engine.rollout.Returning;
import io.jenkins.plugins.austa.engine.rollout.Revision;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    for (Colour colour : Colour.values()) {
      Optional<HelmRevision> pending = history.pending(target.helmRelease(colour));
      if (pending.isPresent()) {
        return pending.map(HelmRevision::describePending);
      }
    }
    return kept ? Optional.empty() : notInHistory(back);
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
