package io.jenkins.plugins.austa.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.sandbox.api.ApiException;
import io.jenkins.plugins.austa.sandbox.api.DeleteOptions;
import io.jenkins.plugins.austa.sandbox.api.ResourceApi;
import io.jenkins.plugins.austa.sandbox.api.ResourcePath;
import io.jenkins.plugins.austa.sandbox.api.StoreEvent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, in the background, what a deleted object owned. */
public final class GarbageCollector {
  private static final Logger LOGGER = LoggerFactory.getLogger(GarbageCollector.class);

  private final ResourceApi api;
  private final Map<String, Set<ResourcePath>> dependents = new HashMap<>();

  public GarbageCollector(ResourceApi api, ControlLoop loop) {
    this.api = api;
    api.store().events().follow(api.store().version(), event -> loop.execute(() -> accept(event)));
  }

  private void accept(StoreEvent event) {
    ResourcePath path = event.collection().item(metadata(event.last()).path("name").asText());
    if (event.after() == null) {
      String uid = metadata(event.last()).path("uid").asText();
      Set<ResourcePath> owned = dependents.remove(uid);
      if (owned != null) {
        owned.forEach(dependent -> collect(dependent, uid));
      }
      return;
    }
    for (JsonNode reference : metadata(event.after()).path("ownerReferences")) {
      dependents
          .computeIfAbsent(reference.path("uid").asText(), uid -> new LinkedHashSet<>())
          .add(path);
    }
  }

  private void collect(ResourcePath dependent, String owner) {
    try {
      if (api.store().get(dependent).filter(object -> isOwnedBy(object, owner)).isPresent()) {
        api.delete(dependent, DeleteOptions.PLAIN);
      }
    } catch (ApiException e) {
      LOGGER.debug("Not collected, somebody was faster: {}", e.getMessage());
    }
  }

  /** An object orphaned on purpose, or made anew under the same name, stays. */
  private static boolean isOwnedBy(ObjectNode object, String uid) {
    for (JsonNode reference : metadata(object).path("ownerReferences")) {
      if (reference.path("uid").asText().equals(uid)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode metadata(JsonNode object) {
    return object.path("metadata");
  }
}
