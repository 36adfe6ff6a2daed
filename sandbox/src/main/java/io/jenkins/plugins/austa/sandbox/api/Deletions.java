package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Takes objects out of the store, at once or when those who hold them have let go. Must be called
 * under the store's lock.
 */
final class Deletions {
  private static final int DEFAULT_GRACE_SECONDS = 30;

  private final ObjectStore store;
  private final Orphans orphans;

  Deletions(ObjectStore store) {
    this.store = store;
    this.orphans = new Orphans(store);
  }

  /** Deletes an object and returns its last state. */
  ObjectNode delete(Kind kind, ResourcePath path, DeleteOptions options) {
    ObjectNode current = store.get(path).orElseThrow(() -> ApiException.notFound(path));
    Preconditions.checkDeletion(path, current, options);
    if (options.dryRun()) {
      return current;
    }
    if (options.orphan()) {
      orphans.release(current.path("metadata").path("uid").asText());
    }
    if (kind.equals(Kinds.PODS)) {
      endPod(path, current, grace(current, options));
    } else {
      if (options.foreground() && !isEnding(current)) {
        hold(path, current);
      }
      store.delete(path);
    }
    return store.get(path).orElse(current);
  }

  /** Lets go of an object that was kept by a finalizer; does nothing when it is gone. */
  void release(ResourcePath path, String finalizer) {
    store.get(path).ifPresent(current -> dropFinalizer(path, current, finalizer));
  }

  /** A pod that no node has yet has nothing to end. */
  private static int grace(ObjectNode pod, DeleteOptions options) {
    if (!pod.path("spec").has("nodeName")) {
      return 0;
    }
    return options.graceSeconds() >= 0
        ? options.graceSeconds()
        : pod.path("spec").path("terminationGracePeriodSeconds").asInt(DEFAULT_GRACE_SECONDS);
  }

  /** Marks a pod as ending; one that is ending already can only be hurried. */
  private void endPod(ResourcePath path, ObjectNode pod, int graceSeconds) {
    if (graceSeconds == 0) {
      dropFinalizer(path, pod, ResourceApi.KUBELET_FINALIZER);
      store.delete(path);
      return;
    }
    int left = pod.path("metadata").path("deletionGracePeriodSeconds").asInt(Integer.MAX_VALUE);
    if (isEnding(pod) && graceSeconds >= left) {
      return;
    }
    ObjectNode ending = pod.deepCopy();
    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(graceSeconds);
    ((ObjectNode) ending.get("metadata"))
        .put("deletionTimestamp", end.toString())
        .put("deletionGracePeriodSeconds", graceSeconds);
    store.replace(path, ending);
  }

  private static boolean isEnding(ObjectNode object) {
    return object.path("metadata").has("deletionTimestamp");
  }

  /** Keeps an object until the garbage collector has collected what it owns. */
  private void hold(ResourcePath path, ObjectNode current) {
    ObjectNode held = current.deepCopy();
    ((ObjectNode) held.get("metadata"))
        .withArray("finalizers")
        .add(ResourceApi.FOREGROUND_FINALIZER);
    store.replace(path, held);
  }

  private void dropFinalizer(ResourcePath path, ObjectNode current, String dropped) {
    ArrayNode kept = current.arrayNode();
    for (JsonNode finalizer : current.path("metadata").path("finalizers")) {
      if (!finalizer.asText().equals(dropped)) {
        kept.add(finalizer);
      }
    }
    ObjectNode next = current.deepCopy();
    ((ObjectNode) next.get("metadata")).set("finalizers", kept);
    store.replace(path, next);
  }
}
