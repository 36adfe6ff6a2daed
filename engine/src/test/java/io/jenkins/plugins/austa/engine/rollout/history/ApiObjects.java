package io.jenkins.plugins.austa.engine.rollout.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of a cluster with what an API server promises about them: a resourceVersion that
 * changes with each change and with nothing else, writes that fail when theirs is old, merge
 * patches, generations.
 */
final class ApiObjects {

  /** Told of each change right after it. */
  interface Listener {
    /** {@code before} is null for a new object, {@code after} for one that is deleted. */
    void stored(ApiPath path, ObjectNode before, ObjectNode after);
  }

  private record Kept(ObjectNode json, byte[] text) {}

  static final ObjectMapper JSON = new ObjectMapper();

  private final Map<ApiPath, Kept> objects = new HashMap<>();
  private Listener listener = (path, before, after) -> {};
  private long version = 100;

  ApiObjects copy() {
    ApiObjects copy = new ApiObjects();
    copy.objects.putAll(objects);
    copy.version = version;
    return copy;
  }

  void listener(Listener next) {
    listener = next;
  }

  /** Not to be changed by the caller. */
  Optional<ObjectNode> find(ApiPath path) {
    return Optional.ofNullable(objects.get(path)).map(Kept::json);
  }

  ApiAnswer answer(ApiRequest request) {
    ApiPath path = request.path();
    return switch (request.method()) {
      case "GET" -> path.name().isEmpty() ? list() : get(path);
      case "POST" -> create(path, object(request.body()));
      case "PUT" -> update(path, object(request.body()));
      case "PATCH" -> patch(path, object(request.body()));
      case "DELETE" -> delete(path, object(request.body()));
      default -> ApiAnswer.status(405, "not kept here: " + request);
    };
  }

  /** Changes an object as its controller does, without any precondition. */
  void put(ApiPath path, ObjectNode next) {
    store(path, next);
  }

  private ApiAnswer get(ApiPath path) {
    Kept kept = objects.get(path);
    return kept == null ? missing(path) : new ApiAnswer(200, kept.text());
  }

  /** Nobody lists anything but pods, to see whether they restart: one that never did. */
  private static ApiAnswer list() {
    return new ApiAnswer(
        200,
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[{\"metadata\":{\"name\":\"one\"}}]}"
            .getBytes());
  }

  private ApiAnswer create(ApiPath kind, ObjectNode next) {
    ApiPath path = kind.named(next.at("/metadata/name").asText());
    if (objects.containsKey(path)) {
      return ApiAnswer.status(409, path.name() + " already exists");
    }
    return store(path, next);
  }

  private ApiAnswer update(ApiPath path, ObjectNode next) {
    Kept kept = objects.get(path);
    if (kept == null) {
      return missing(path);
    }
    JsonNode status = kept.json().get("status");
    if (status != null) {
      next.set("status", status);
    }
    return conflicts(kept, next) ? conflict(path) : store(path, next);
  }

  private ApiAnswer patch(ApiPath path, ObjectNode patch) {
    Kept kept = objects.get(path);
    if (kept == null) {
      return missing(path);
    }
    return conflicts(kept, patch)
        ? conflict(path)
        : store(path, (ObjectNode) merged(kept.json().deepCopy(), patch));
  }

  private ApiAnswer delete(ApiPath path, ObjectNode options) {
    Kept kept = objects.get(path);
    if (kept == null) {
      return missing(path);
    }
    String wanted = options.at("/preconditions/resourceVersion").asText();
    if (!wanted.isEmpty() && !wanted.equals(version(kept.json()))) {
      return conflict(path);
    }
    objects.remove(path);
    listener.stored(path, kept.json(), null);
    return new ApiAnswer(200, kept.text());
  }

  private static boolean conflicts(Kept kept, ObjectNode next) {
    String wanted = next.at("/metadata/resourceVersion").asText();
    return !wanted.isEmpty() && !wanted.equals(version(kept.json()));
  }

  private ApiAnswer store(ApiPath path, ObjectNode next) {
    Kept kept = objects.get(path);
    ObjectNode before = kept == null ? null : kept.json();
    ObjectNode metadata = next.withObject("/metadata");
    metadata.put("resourceVersion", before == null ? "0" : version(before));
    metadata.put("generation", generation(before, next));
    if (next.equals(before)) {
      return new ApiAnswer(200, kept.text());
    }
    metadata.put("resourceVersion", String.valueOf(++version));
    Kept stored = new Kept(next, text(next));
    objects.put(path, stored);
    listener.stored(path, before, next);
    return new ApiAnswer(before == null ? 201 : 200, stored.text());
  }

  private static long generation(ObjectNode before, ObjectNode next) {
    if (before == null) {
      return 1;
    }
    long now = before.at("/metadata/generation").asLong();
    return next.path("spec").equals(before.path("spec")) ? now : now + 1;
  }

  static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result = target.isObject() ? (ObjectNode) target : JSON.createObjectNode();
    for (Iterator<Map.Entry<String, JsonNode>> all = patch.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      if (field.getValue().isNull()) {
        result.remove(field.getKey());
      } else {
        result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
      }
    }
    return result;
  }

  private static String version(ObjectNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }

  private static ApiAnswer conflict(ApiPath path) {
    return ApiAnswer.status(409, path.name() + " has been modified");
  }

  private static ApiAnswer missing(ApiPath path) {
    return ApiAnswer.status(404, path.plural() + " " + path.name() + " not found");
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(ObjectNode object) {
    try {
      return JSON.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
