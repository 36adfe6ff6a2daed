package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The verbs of the API on objects, with the semantics of a real API server on top of the {@link
 * ObjectStore}. Each call is atomic. Refusals are {@link ApiException}s.
 */
public final class ResourceApi {
  /** Keeps a deleted pod in the API until the kubelet has ended it. */
  public static final String KUBELET_FINALIZER = "sandbox.austa.io/kubelet";

  private final ObjectStore store;
  private final AppliedFields applied = new AppliedFields();
  private final Orphans orphans;
  private final QuotaAdmission quotas;
  private final boolean autoNamespaces;

  /**
   * @param autoNamespaces whether a namespace comes into being when it is first used; otherwise
   *     objects in unknown namespaces are refused
   */
  public ResourceApi(ObjectStore store, boolean autoNamespaces) {
    this.store = store;
    this.orphans = new Orphans(store);
    this.quotas = new QuotaAdmission(store);
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
          ObjectNode object = NewObject.of(kind, path, body);
          ResourcePath item = path.item(object.path("metadata").path("name").asText());
          if (store.get(item).isPresent()) {
            throw ApiException.exists(item);
          }
          requireNamespace(path);
          Defaults.fill(kind, object);
          Defaults.check(kind, null, object);
          if (kind.equals(Kinds.PODS)) {
            quotas.admit(path, object);
          }
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
    if (Kinds.isCustom(kind) && contentType != null && contentType.startsWith(Patches.STRATEGIC)) {
      throw Patches.unknownType(Patches.JSON, Patches.MERGE, Patches.APPLY);
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
          Preconditions.checkDeletion(path, current, options);
          if (options.dryRun()) {
            return current;
          }
          if (options.orphan()) {
            orphans.release(current.path("metadata").path("uid").asText());
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
    Preconditions.checkUpdate(path, current, wanted);
    ObjectNode next =
        path.subresource().equals("status")
            ? UpdatedObject.withStatus(current, wanted)
            : UpdatedObject.of(kind, current, wanted);
    if (next.equals(current) || dryRun) {
      return next;
    }
    return store.replace(path, next);
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

  private static Kind kind(ResourcePath path) {
    return Kinds.of(path).orElseThrow(ApiException::unknownType);
  }
}
