package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * The verbs of the API on objects, with the semantics of a real API server on top of the {@link
 * ObjectStore}. Each call is atomic. Refusals are {@link ApiException}s.
 */
public final class ResourceApi {
  /** Keeps a deleted pod in the API until the kubelet has ended it. */
  public static final String KUBELET_FINALIZER = "sandbox.austa.io/kubelet";

  private final ObjectStore store;
  private final AppliedFields applied = new AppliedFields();
  private final boolean autoNamespaces;

  /**
   * @param autoNamespaces whether a namespace comes into being when it is first used; otherwise
   *     objects in unknown namespaces are refused
   */
  public ResourceApi(ObjectStore store, boolean autoNamespaces) {
    this.store = store;
    this.autoNamespaces = autoNamespaces;
  }

  public ObjectStore store() {
    return store;
  }

  /** One object. */
  public ObjectNode get(ResourcePath path) {
    kind(path);
    if (path.plural().equals("namespaces") && autoNamespaces) {
      ensureNamespace(path.name());
    }
    return store.get(path).orElseThrow(() -> ApiException.notFound(path));
  }

  /** A list document of the selected objects, with the version to watch from. */
  public ObjectNode list(ResourcePath path, Selection selection) {
    Kind kind = kind(path);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("kind", kind.kind() + "List").put("apiVersion", kind.apiVersion());
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    String version =
        store.locked(
            () -> {
              store.list(path).stream().filter(selection).forEach(items::add);
              return String.valueOf(store.version());
            });
    list.putObject("metadata").put("resourceVersion", version);
    list.set("items", items);
    return list;
  }

  /** Creates an object and returns it as stored, or as it would be with {@code dryRun}. */
  public ObjectNode create(ResourcePath path, ObjectNode body, boolean dryRun) {
    Kind kind = kind(path);
    return store.locked(
        () -> {
          ObjectNode object = prepared(kind, path, body);
          ResourcePath item = path.item(object.path("metadata").path("name").asText());
          if (store.get(item).isPresent()) {
            throw ApiException.exists(item);
          }
          requireNamespace(path);
          Defaults.fill(kind, object);
          Defaults.check(kind, null, object);
          return dryRun ? object : store.create(path, object);
        });
  }

  /** Replaces an object, or only its status when the path says so. */
  public ObjectNode replace(ResourcePath path, ObjectNode body, boolean dryRun) {
    Kind kind = kind(path);
    return store.locked(
        () -> {
          ObjectNode current = store.get(path).orElseThrow(() -> ApiException.notFound(path));
          return store(kind, path, current, body, dryRun);
        });
  }

  /**
   * Patches an object, or only its status when the path says so.
   *
   * @param manager field manager, used by server-side apply only
   */
  public ObjectNode patch(
      ResourcePath path, String contentType, String body, String manager, boolean dryRun) {
    Kind kind = kind(path);
    if (contentType != null && contentType.startsWith(Patches.APPLY)) {
      return apply(path, (ObjectNode) Patches.read(body), manager, dryRun);
    }
    return store.locked(
        () -> {
          ObjectNode current = store.get(path).orElseThrow(() -> ApiException.notFound(path));
          return store(kind, path, current, Patches.apply(current, contentType, body), dryRun);
        });
  }

  /** Deletes an object and returns its last state. */
  public ObjectNode delete(ResourcePath path, DeleteOptions options) {
    Kind kind = kind(path);
    return store.locked(
        () -> {
          ObjectNode current = store.get(path).orElseThrow(() -> ApiException.notFound(path));
          checkPreconditions(path, current, options);
          if (options.dryRun()) {
            return current;
          }
          if (options.orphan()) {
            orphan(current.path("metadata").path("uid").asText());
          }
          if (kind.equals(Kinds.PODS) && options.immediate()) {
            dropFinalizer(path, current);
          }
          store.delete(path);
          return store.get(path).orElse(current);
        });
  }

  /** Ends the graceful deletion of a pod whose requests are done; does nothing when it is gone. */
  public void finishDeletion(ResourcePath pod) {
    store.locked(
        () -> {
          store.get(pod).ifPresent(current -> dropFinalizer(pod, current));
          return null;
        });
  }

  private ObjectNode apply(ResourcePath path, ObjectNode body, String manager, boolean dryRun) {
    Kind kind = kind(path);
    return store.locked(
        () -> {
          ObjectNode none = JsonNodeFactory.instance.objectNode();
          ObjectNode current = store.get(path).orElse(none);
          ObjectNode merged = applied.apply(path, manager, current, body);
          ObjectNode result =
              current.isEmpty()
                  ? create(path.collection(), merged, dryRun)
                  : store(kind, path, current, merged, dryRun);
          if (!dryRun) {
            applied.remember(path, manager, body);
          }
          return result;
        });
  }

  private ObjectNode store(
      Kind kind, ResourcePath path, ObjectNode current, ObjectNode wanted, boolean dryRun) {
    checkIdentity(path, current, wanted);
    ObjectNode next;
    if (path.subresource().equals("status")) {
      next = current.deepCopy();
      next.set("status", wanted.path("status").deepCopy());
    } else {
      next = wanted.deepCopy();
      ((ObjectNode) next.get("metadata"))
          .setAll(fixedMetadata((ObjectNode) current.get("metadata")));
      if (kind.status()) {
        next.remove("status");
        if (current.has("status")) {
          next.set("status", current.get("status"));
        }
      }
      Defaults.fill(kind, next);
      Defaults.check(kind, current, next);
    }
    if (next.equals(current) || dryRun) {
      return next;
    }
    return store.replace(path, next);
  }

  private static ObjectNode fixedMetadata(ObjectNode current) {
    ObjectNode fixed = current.objectNode();
    List.of(
            "name",
            "namespace",
            "uid",
            "creationTimestamp",
            "generation",
            "resourceVersion",
            "deletionTimestamp",
            "deletionGracePeriodSeconds")
        .stream()
        .filter(current::has)
        .forEach(field -> fixed.set(field, current.get(field)));
    return fixed;
  }

  private static void checkIdentity(ResourcePath path, ObjectNode current, ObjectNode wanted) {
    if (!(wanted.path("metadata") instanceof ObjectNode metadata)) {
      throw ApiException.badRequest("the object has no metadata");
    }
    JsonNode have = current.path("metadata");
    String name = metadata.path("name").asText(path.name());
    if (!name.equals(path.name())) {
      throw ApiException.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + path.name()
              + ")");
    }
    String version = metadata.path("resourceVersion").asText("");
    if (!version.isEmpty() && !version.equals(have.path("resourceVersion").asText())) {
      throw ApiException.conflict(
          path,
          "the object has been modified; please apply your changes to the latest version and try"
              + " again");
    }
    String uid = metadata.path("uid").asText("");
    if (!uid.isEmpty() && !uid.equals(have.path("uid").asText())) {
      throw ApiException.conflict(
          path,
          "Precondition failed: UID in precondition: "
              + uid
              + ", UID in object meta: "
              + have.path("uid").asText());
    }
  }

  private static void checkPreconditions(
      ResourcePath path, ObjectNode current, DeleteOptions options) {
    JsonNode have = current.path("metadata");
    boolean sameUid = options.uid().isEmpty() || options.uid().equals(have.path("uid").asText());
    boolean sameVersion =
        options.resourceVersion().isEmpty()
            || options.resourceVersion().equals(have.path("resourceVersion").asText());
    if (!sameUid || !sameVersion) {
      throw ApiException.conflict(
          path, "the preconditions of the deletion are not met by the object as it is");
    }
  }

  private ObjectNode prepared(Kind kind, ResourcePath path, ObjectNode body) {
    ObjectNode object = body.deepCopy();
    if (!(object.path("metadata") instanceof ObjectNode metadata)) {
      throw ApiException.badRequest("the object has no metadata");
    }
    object.put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
    String name = metadata.path("name").asText("");
    String prefix = metadata.path("generateName").asText("");
    if (name.isEmpty() && prefix.isEmpty()) {
      throw ApiException.invalid(
          kind.kind(), "", "metadata.name: Required value: name or generateName is required");
    }
    if (name.isEmpty()) {
      metadata.put("name", prefix + UUID.randomUUID().toString().substring(0, 5));
    }
    String namespace = metadata.path("namespace").asText("");
    if (!namespace.isEmpty() && !namespace.equals(path.namespace())) {
      throw ApiException.badRequest(
          "the namespace of the object ("
              + namespace
              + ") does not match the namespace on the"
              + " URL ("
              + path.namespace()
              + ")");
    }
    metadata.remove(List.of("resourceVersion", "uid", "deletionTimestamp"));
    if (kind.status()) {
      object.remove("status");
    }
    if (kind.equals(Kinds.PODS)) {
      metadata.withArray("finalizers").add(KUBELET_FINALIZER);
    }
    if (kind.equals(Kinds.NAMESPACES)) {
      object.putObject("status").put("phase", "Active");
    }
    return object;
  }

  private void requireNamespace(ResourcePath path) {
    if (path.namespace().isEmpty() || autoNamespaces) {
      ensureNamespace(path.namespace());
      return;
    }
    ResourcePath namespace = Kinds.NAMESPACES.item("", path.namespace());
    if (store.get(namespace).isEmpty()) {
      throw ApiException.notFound(namespace);
    }
  }

  private void ensureNamespace(String name) {
    ResourcePath namespace = Kinds.NAMESPACES.item("", name);
    if (name.isEmpty() || store.get(namespace).isPresent()) {
      return;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.putObject("metadata").put("name", name);
    create(namespace.collection(), object, false);
  }

  private void dropFinalizer(ResourcePath path, ObjectNode current) {
    ArrayNode kept = current.arrayNode();
    current
        .path("metadata")
        .path("finalizers")
        .forEach(
            finalizer -> {
              if (!finalizer.asText().equals(KUBELET_FINALIZER)) {
                kept.add(finalizer);
              }
            });
    ObjectNode next = current.deepCopy();
    ((ObjectNode) next.get("metadata")).set("finalizers", kept);
    store.replace(path, next);
  }

  private void orphan(String owner) {
    for (Kind kind : Kinds.all()) {
      for (ObjectNode object : store.list(kind.collection(""))) {
        JsonNode references = object.path("metadata").path("ownerReferences");
        if (references instanceof ArrayNode list && dropOwner(list, owner)) {
          JsonNode metadata = object.path("metadata");
          store.replace(
              kind.item(metadata.path("namespace").asText(""), metadata.path("name").asText()),
              object);
        }
      }
    }
  }

  private static boolean dropOwner(ArrayNode references, String owner) {
    int size = references.size();
    for (int i = size - 1; i >= 0; i--) {
      if (references.get(i).path("uid").asText().equals(owner)) {
        references.remove(i);
      }
    }
    return references.size() < size;
  }

  private static Kind kind(ResourcePath path) {
    return Kinds.of(path).orElseThrow(ApiException::unknownType);
  }
}
