package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * How the cluster's own controllers and kubelet write: by the API's verbs, in process, so that
 * faults meant for the client under test never meet them.
 */
public final class ClusterClient {
  private final ResourceApi api;

  public ClusterClient(ResourceApi api) {
    this.api = api;
  }

  /** Creates an object and returns it as stored. */
  public <T extends HasMetadata> T create(Kind kind, T object, Class<T> type) {
    ResourcePath path = kind.collection(object.getMetadata().getNamespace());
    return typed(api.create(path, json(object), false), type);
  }

  /** Creates an object, or replaces it whatever its version. */
  public <T extends HasMetadata> void put(Kind kind, T object, Class<T> type) {
    api.store()
        .locked(
            () -> {
              if (api.store().get(path(kind, object)).isPresent()) {
                return api.replace(path(kind, object), json(object), false);
              }
              return create(kind, object, type);
            });
  }

  /** Merges fields into an object, whatever its version; does nothing when it is gone. */
  public void merge(Kind kind, HasMetadata object, String patch) {
    ifPresent(() -> api.patch(path(kind, object), Patches.MERGE, patch, "", false));
  }

  /** Replaces the status of an object, whatever its version; does nothing when it is gone. */
  public void replaceStatus(Kind kind, HasMetadata object) {
    ObjectNode body = json(object);
    ((ObjectNode) body.get("metadata")).remove("resourceVersion");
    ResourcePath status = path(kind, object).withSubresource("status");
    ifPresent(() -> api.replace(status, body, false));
  }

  /** Deletes an object gracefully; does nothing when it is gone. */
  public void delete(Kind kind, HasMetadata object) {
    ifPresent(() -> api.delete(path(kind, object), DeleteOptions.PLAIN));
  }

  /** Lets a deleted pod go. */
  public void finishDeletion(HasMetadata pod) {
    api.finishDeletion(path(Kinds.PODS, pod));
  }

  private static ResourcePath path(Kind kind, HasMetadata object) {
    return kind.item(object.getMetadata().getNamespace(), object.getMetadata().getName());
  }

  private static void ifPresent(Runnable write) {
    try {
      write.run();
    } catch (ApiException e) {
      if (e.code() != 404 && e.code() != 409) {
        throw e;
      }
    }
  }

  /** Written out and read again: numbers then have the same node types as in the store. */
  private static ObjectNode json(HasMetadata object) {
    try {
      return (ObjectNode) Serialization.jsonMapper().readTree(Serialization.asJson(object));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A controller wrote what is not JSON", e);
    }
  }

  private static <T> T typed(ObjectNode object, Class<T> type) {
    return Serialization.jsonMapper().convertValue(object, type);
  }
}
