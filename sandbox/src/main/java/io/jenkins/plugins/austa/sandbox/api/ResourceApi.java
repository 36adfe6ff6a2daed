package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The verbs of the API on objects, with the semantics of a real API server on top of the {@link
 * ObjectStore}. Each call is atomic. Refusals are {@link ApiException}s.
 */
public final class ResourceApi {
  /** Keeps a deleted pod in the API until the kubelet has ended it. */
  public static final String KUBELET_FINALIZER = "sandbox.austa.io/kubelet";

  /** Keeps an owner in the API until what it owns is gone. */
  public static final String FOREGROUND_FINALIZER = "foregroundDeletion";

  private final ObjectStore store;
  private final Pages pages;
  private final AppliedFields applied = new AppliedFields();
  private final Deletions deletions;
  private final QuotaAdmission quotas;
  private final boolean autoNamespaces;

  /**
   * @param autoNamespaces whether a namespace comes into being when it is first used; otherwise
   *     objects in unknown namespaces are refused
   */
  public ResourceApi(ObjectStore store, boolean autoNamespaces) {
    this.store = store;
    this.pages = new Pages(store.events());
    this.deletions = new Deletions(store);
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

  /** A list document of all selected objects, with the version to watch from. */
  public ObjectNode list(ResourcePath path, Selection selection) {
    return list(path, selection, 0, "");
  }

  /**
   * A list document of selected objects in the order of their names.
   *
   * @param limit how many at most, 0 for all
   * @param from token of the piece wanted, empty for the first
   */
  ObjectNode list(ResourcePath path, Selection selection, int limit, String from) {
    Kind kind = kind(path);
    Pages.Page page =
        store.locked(
            () ->
                from.isEmpty()
                    ? pages.first(selected(path, selection), store.version(), limit)
                    : pages.next(from, limit));
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("kind", kind.kind() + "List").put("apiVersion", kind.apiVersion());
    ObjectNode metadata = list.putObject("metadata");
    metadata.put("resourceVersion", String.valueOf(page.version()));
    if (!page.next().isEmpty()) {
      metadata.put("continue", page.next());
      if (selection.isAll()) {
        metadata.put("remainingItemCount", page.left());
      }
    }
    list.putArray("items").addAll(page.items());
    return list;
  }

  private List<ObjectNode> selected(ResourcePath path, Selection selection) {
    return store.list(path).stream().filter(selection).toList();
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
          Names.check(kind, object);
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
          Preconditions.checkReplacement(kind, path, body);
          return store(kind, path, current, body, dryRun);
        });
  }

  /**
   * Patches an object, or only its status when the path says so.
   *
   * @param manager field manager, used by server-side apply only
   */
  public ObjectNode patch(
      ResourcePath path, String contentType, String body, FieldManager manager, boolean dryRun) {
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
    return store.locked(() -> deletions.delete(kind, path, options));
  }

  /** Ends the graceful deletion of a pod whose requests are done; does nothing when it is gone. */
  public void finishDeletion(ResourcePath pod) {
    release(pod, KUBELET_FINALIZER);
  }

  /** Lets go of an object that was kept by a finalizer; does nothing when it is gone. */
  public void release(ResourcePath path, String finalizer) {
    store.locked(
        () -> {
          deletions.release(path, finalizer);
          return null;
        });
  }

  private ObjectNode apply(
      ResourcePath path, ObjectNode body, FieldManager manager, boolean dryRun) {
    Kind kind = kind(path);
    return store.locked(
        () -> {
          ObjectNode none = JsonNodeFactory.instance.objectNode();
          ObjectNode current = store.get(path).orElse(none);
          ObjectNode merged = applied.apply(path, manager.name(), current, body, manager.force());
          ObjectNode result =
              current.isEmpty()
                  ? create(path.collection(), merged, dryRun)
                  : store(kind, path, current, merged, dryRun);
          if (!dryRun) {
            applied.remember(result, manager.name(), body);
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
    Names.check(kind, next);
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

  private static Kind kind(ResourcePath path) {
    return Kinds.of(path).orElseThrow(ApiException::unknownType);
  }
}
