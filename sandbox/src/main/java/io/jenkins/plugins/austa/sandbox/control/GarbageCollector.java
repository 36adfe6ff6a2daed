package io.jenkins.plugins.austa.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.sandbox.api.ApiException;
import io.jenkins.plugins.austa.sandbox.api.DeleteOptions;
import io.jenkins.plugins.austa.sandbox.api.ResourceApi;
import io.jenkins.plugins.austa.sandbox.api.ResourcePath;
import io.jenkins.plugins.austa.sandbox.api.StoreEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes, in the background, what nobody owns any more: an object all of whose owners are gone, or
 * never were. An owner that is deleted in the foreground is let go when all it owned is gone.
 */
public final class GarbageCollector {
  private static final Logger LOGGER = LoggerFactory.getLogger(GarbageCollector.class);

  private final ResourceApi api;
  private final ControlLoop loop;
  private final Map<String, Set<ResourcePath>> dependents = new HashMap<>();
  private final Map<String, ResourcePath> waiting = new HashMap<>();
  private final Set<String> alive = new HashSet<>();

  public GarbageCollector(ResourceApi api, ControlLoop loop) {
    this.api = api;
    this.loop = loop;
    api.store().events().follow(api.store().version(), event -> loop.execute(() -> accept(event)));
  }

  private void accept(StoreEvent event) {
    ResourcePath path = event.collection().item(metadata(event.last()).path("name").asText());
    String uid = metadata(event.last()).path("uid").asText();
    if (event.after() == null) {
      gone(uid, path, event.last());
      return;
    }
    alive.add(uid);
    boolean owned = false;
    for (JsonNode reference : metadata(event.after()).path("ownerReferences")) {
      dependents
          .computeIfAbsent(reference.path("uid").asText(), owner -> new LinkedHashSet<>())
          .add(path);
      owned = true;
    }
    if (owned && event.before() == null) {
      // Its owner may have gone while it was being made.
      loop.execute(() -> collect(path));
    }
    if (isForeground(event.after())) {
      waiting.put(uid, path);
      Set.copyOf(dependents.getOrDefault(uid, Set.of()))
          .forEach(each -> collect(each, uid, DeleteOptions.FOREGROUND));
      letGo(uid);
    }
  }

  private void gone(String uid, ResourcePath path, JsonNode object) {
    alive.remove(uid);
    waiting.remove(uid);
    Set<ResourcePath> owned = dependents.remove(uid);
    if (owned != null) {
      owned.forEach(this::collect);
    }
    for (JsonNode reference : metadata(object).path("ownerReferences")) {
      String owner = reference.path("uid").asText();
      dependents.getOrDefault(owner, new HashSet<>()).remove(path);
      letGo(owner);
    }
  }

  private static boolean isForeground(JsonNode object) {
    boolean held = false;
    for (JsonNode finalizer : metadata(object).path("finalizers")) {
      held |= finalizer.asText().equals(ResourceApi.FOREGROUND_FINALIZER);
    }
    return held && metadata(object).has("deletionTimestamp");
  }

  /** Ends the wait of an owner that owns nothing any more. */
  private void letGo(String owner) {
    ResourcePath path = waiting.get(owner);
    if (path != null && dependents.getOrDefault(owner, Set.of()).isEmpty()) {
      waiting.remove(owner);
      api.release(path, ResourceApi.FOREGROUND_FINALIZER);
    }
  }

  private void collect(ResourcePath dependent) {
    collect(dependent, "", DeleteOptions.PLAIN);
  }

  /** Deletes an object that has owners but none that is there and is not about to go. */
  private void collect(ResourcePath dependent, String going, DeleteOptions how) {
    boolean ownerless =
        api.store()
            .get(dependent)
            .filter(object -> hasOwners(object) && !hasLiveOwner(object, going))
            .isPresent();
    if (!ownerless) {
      return;
    }
    try {
      api.delete(dependent, how);
    } catch (ApiException e) {
      LOGGER.debug("Not collected, somebody was faster: {}", e.getMessage());
    }
  }

  private static boolean hasOwners(ObjectNode object) {
    return !metadata(object).path("ownerReferences").isEmpty();
  }

  private boolean hasLiveOwner(ObjectNode object, String going) {
    for (JsonNode reference : metadata(object).path("ownerReferences")) {
      String owner = reference.path("uid").asText();
      if (!owner.equals(going) && alive.contains(owner)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode metadata(JsonNode object) {
    return object.path("metadata");
  }
}
