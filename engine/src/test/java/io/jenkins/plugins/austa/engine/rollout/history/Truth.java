package io.jenkins.plugins.austa.engine.rollout.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How things are on the cluster, whatever anybody believes: who is routed to, which pods run. */
final class Truth {

  static final String REVISION = "austa.io/revision";

  private static final Duration STARTUP = Duration.ofSeconds(1);

  private record Workload(int readyBefore, String revision, Instant since) {}

  private final ApiObjects objects;
  private final EntryKind entry;
  private final Map<Integer, Health> health = new HashMap<>();
  private final Map<ApiPath, Workload> workloads = new HashMap<>();

  Truth(ApiObjects objects, EntryKind entry) {
    this.objects = objects;
    this.entry = entry;
  }

  Truth copy(ApiObjects others) {
    Truth copy = new Truth(others, entry);
    copy.health.putAll(health);
    copy.workloads.putAll(workloads);
    return copy;
  }

  /** A revision stays what it was when it was first installed. */
  void healthOf(int revision, Health is) {
    health.putIfAbsent(revision, is);
  }

  Health healthOf(String revision) {
    return revision.isEmpty()
        ? Health.WELL
        : health.getOrDefault(Integer.parseInt(revision), Health.WELL);
  }

  /** Colour by service; empty when there is no entry. */
  Map<String, Colour> carries() {
    return entry.carries(objects);
  }

  /** Told of every change of a Deployment, to know since when its pods are what they are. */
  void changed(ApiPath path, ObjectNode before, Instant now) {
    if (before == null) {
      workloads.put(path, new Workload(0, "", now));
      return;
    }
    ObjectNode after = objects.find(path).orElseThrow();
    if (!before.path("spec").equals(after.path("spec"))) {
      boolean samePods = revision(before).equals(revision(after));
      int ready = samePods ? ready(path, before, now) : 0;
      workloads.put(path, new Workload(ready, revision(after), now));
    }
  }

  int ready(RolloutService service, Colour colour, Instant now) {
    ApiPath path = Site.deployment(service, colour);
    return objects.find(path).map(deployment -> ready(path, deployment, now)).orElse(0);
  }

  private int ready(ApiPath path, ObjectNode deployment, Instant now) {
    int wanted = replicas(deployment);
    if (healthOf(revision(deployment)) == Health.NEVER_READY) {
      return 0;
    }
    Workload workload = workloads.get(path);
    return now.isBefore(workload.since().plus(STARTUP))
        ? Math.min(wanted, workload.readyBefore())
        : wanted;
  }

  /** Brings the status of a Deployment up to date, as its controller does. */
  void refresh(ApiPath path, Instant now) {
    Optional<ObjectNode> found = objects.find(path);
    if (found.isEmpty()) {
      return;
    }
    ObjectNode next = found.get().deepCopy();
    next.putObject("status")
        .put("observedGeneration", next.at("/metadata/generation").asLong())
        .put("replicas", replicas(next))
        .put("updatedReplicas", replicas(next))
        .put("availableReplicas", ready(path, next, now));
    objects.put(path, next);
  }

  Optional<String> revision(RolloutService service, Colour colour) {
    return objects.find(Site.deployment(service, colour)).map(Truth::revision);
  }

  static int replicas(ObjectNode deployment) {
    return deployment.at("/spec/replicas").asInt();
  }

  static String revision(ObjectNode deployment) {
    return deployment.at("/metadata/labels").path(REVISION).asText();
  }
}
