package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes Events, as people read them by {@code kubectl describe}; the same again only counts. Used
 * on the control loop only.
 */
public final class EventRecorder {
  private final ClusterClient client;
  private final Map<String, Event> written = new HashMap<>();

  public EventRecorder(ClusterClient client) {
    this.client = client;
  }

  /** Something about an object that should not be so. */
  public void warning(HasMetadata about, String reason, String message) {
    String key = about.getMetadata().getUid() + "/" + reason + "/" + message;
    Event before = written.get(key);
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Event event =
        before == null
            ? first(about, reason, message, now)
            : new EventBuilder(before)
                .withCount(before.getCount() + 1)
                .withLastTimestamp(now)
                .build();
    written.put(key, event);
    client.put(Kinds.EVENTS, event, Event.class);
  }

  private Event first(HasMetadata about, String reason, String message, String now) {
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(about.getMetadata().getNamespace())
        .withName(about.getMetadata().getName() + "." + Long.toHexString(written.size()))
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(about.getApiVersion())
        .withKind(about.getKind())
        .withNamespace(about.getMetadata().getNamespace())
        .withName(about.getMetadata().getName())
        .withUid(about.getMetadata().getUid())
        .endInvolvedObject()
        .withType("Warning")
        .withReason(reason)
        .withMessage(message)
        .withCount(1)
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .build();
  }
}
