package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** The events of one watch, in order, as the documents a client receives. */
final class WatchStream {
  private final ObjectStore store;
  private final ResourcePath path;
  private final Selection selection;
  private final Consumer<String> sink;

  /**
   * @param sink receives each document; must be quick and must not call back
   */
  WatchStream(ObjectStore store, ResourcePath path, Selection selection, Consumer<String> sink) {
    this.store = store;
    this.path = path;
    this.selection = selection;
    this.sink = sink;
  }

  /**
   * Starts: from a version, or from what there is now when it is null, empty or 0.
   *
   * @throws ApiException 410 when the version is too old
   */
  EventLog.Subscription open(String fromVersion) {
    boolean fromNow = fromVersion == null || fromVersion.isEmpty() || fromVersion.equals("0");
    return store.locked(
        () -> {
          if (fromNow) {
            store.list(path).stream().filter(this::selects).forEach(o -> send("ADDED", o));
          }
          long after = fromNow ? store.version() : version(fromVersion);
          return store.events().follow(after, this::accept);
        });
  }

  /** Tells the client how far it has seen, while nothing else is to be told. */
  void bookmark(Kind kind, boolean endsInitialEvents) {
    store.locked(
        () -> {
          ObjectNode object = JsonNodeFactory.instance.objectNode();
          object.put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
          ObjectNode metadata = object.putObject("metadata");
          metadata.put("resourceVersion", String.valueOf(store.version()));
          if (endsInitialEvents) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
          }
          send("BOOKMARK", object);
          return null;
        });
  }

  private static long version(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("Invalid value: \"" + text + "\": invalid resource version");
    }
  }

  /** The document that ends a watch whose version is too old. */
  static String error(ApiException e) {
    return document("ERROR", e.status());
  }

  private void accept(StoreEvent event) {
    if (!inCollection(event.collection())) {
      return;
    }
    boolean before = event.before() != null && selects(event.before());
    boolean after = event.after() != null && selects(event.after());
    if (before && after) {
      send("MODIFIED", event.last());
    } else if (after) {
      send("ADDED", event.last());
    } else if (before) {
      send("DELETED", event.last());
    }
  }

  private boolean inCollection(ResourcePath collection) {
    return collection.plural().equals(path.plural())
        && collection.group().equals(path.group())
        && (path.namespace().isEmpty() || path.namespace().equals(collection.namespace()));
  }

  private boolean selects(JsonNode object) {
    boolean named =
        !path.isItem() || object.path("metadata").path("name").asText().equals(path.name());
    return named && selection.test(object);
  }

  private void send(String type, JsonNode object) {
    sink.accept(document(type, object));
  }

  private static String document(String type, JsonNode object) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", type).set("object", object);
    return event.toString();
  }
}
