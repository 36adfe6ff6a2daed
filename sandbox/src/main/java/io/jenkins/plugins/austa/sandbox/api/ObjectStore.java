package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.MockResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The cluster's objects as JSON documents. Every method is atomic; {@link #locked} makes several
 * one. Each change is appended to {@link #events()} before the method that made it returns.
 */
public final class ObjectStore {
  private static final Comparator<ObjectNode> BY_KEY =
      Comparator.comparing((ObjectNode each) -> each.path("metadata").path("namespace").asText())
          .thenComparing(each -> each.path("metadata").path("name").asText());

  private final ReentrantLock lock = new ReentrantLock();
  private final EventLog events = new EventLog(lock);
  private final MockDispatcher mock = new MockDispatcher(this::changed);

  /** A store without objects. */
  public ObjectStore() {
    mock.requestResourceVersion();
  }

  /** Runs an action while nobody else reads or writes. */
  public <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** What has changed, and who is told. */
  public EventLog events() {
    return events;
  }

  /** The object at a path, a copy of the caller's own; empty when there is none. */
  public Optional<ObjectNode> get(ResourcePath item) {
    MockResponse response = locked(() -> mock.call(HttpMethod.GET, item.object().uri(), ""));
    return response.code() == 200 ? Optional.of(object(response)) : Optional.empty();
  }

  /** All objects of a collection by namespace and name; never null. */
  public List<ObjectNode> list(ResourcePath collection) {
    String uri = collection.collection().uri();
    ObjectNode list = object(locked(() -> mock.call(HttpMethod.GET, uri, "")));
    List<ObjectNode> items = new ArrayList<>();
    list.path("items").forEach(item -> items.add((ObjectNode) item));
    items.sort(BY_KEY);
    return items;
  }

  /** The version of the newest change. */
  public long version() {
    return events.version();
  }

  ObjectNode create(ResourcePath collection, ObjectNode body) {
    return write(HttpMethod.POST, collection.collection(), body);
  }

  ObjectNode replace(ResourcePath item, ObjectNode body) {
    return write(HttpMethod.PUT, item.object(), body);
  }

  /** Removes an object, or marks it for deletion while it has finalizers. */
  void delete(ResourcePath item) {
    locked(() -> mock.call(HttpMethod.DELETE, item.object().uri(), ""));
  }

  private ObjectNode write(HttpMethod method, ResourcePath path, ObjectNode body) {
    MockResponse response = locked(() -> mock.call(method, path.uri(), body.toString()));
    if (response.code() >= 300) {
      throw refused(path, response);
    }
    // An update that ends a deletion has no body: what was sent is the last word on the object.
    return response.getBody() == null ? body : object(response);
  }

  private static ApiException refused(ResourcePath path, MockResponse response) {
    if (response.code() == 404) {
      return ApiException.notFound(path);
    }
    JsonNode status = object(response);
    String reason = response.code() == 409 ? "Conflict" : "Invalid";
    return new ApiException(response.code(), reason, status.path("message").asText());
  }

  private void changed(String path, String before, String after) {
    ResourcePath collection = ResourcePath.parse(path).orElseThrow().collection();
    JsonNode old = before == null ? null : parse(before);
    ObjectNode last = (ObjectNode) parse(after == null ? before : after);
    if (after == null) {
      String version = String.valueOf(mock.requestResourceVersion());
      ((ObjectNode) last.get("metadata")).put("resourceVersion", version);
    }
    String namespace = last.path("metadata").path("namespace").asText("");
    long version = last.path("metadata").path("resourceVersion").asLong();
    events.append(
        new StoreEvent(
            version, collection.inNamespace(namespace), old, after == null ? null : last, last));
  }

  private static ObjectNode object(MockResponse response) {
    return (ObjectNode) parse(response.getBody().readUtf8());
  }

  private static JsonNode parse(String json) {
    try {
      return Serialization.jsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The object store holds what is not JSON", e);
    }
  }
}
