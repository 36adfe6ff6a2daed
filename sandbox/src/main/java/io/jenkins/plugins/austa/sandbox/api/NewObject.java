package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Makes what a client sent into what is stored. */
final class NewObject {
  private NewObject() {}

  /** A copy with its name generated where asked for, and without what only the server may set. */
  static ObjectNode of(Kind kind, ResourcePath path, ObjectNode body) {
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
      object.putObject("status").put("phase", "Pending");
      metadata.withArray("finalizers").add(ResourceApi.KUBELET_FINALIZER);
    }
    if (kind.equals(Kinds.NAMESPACES)) {
      object.putObject("status").put("phase", "Active");
    }
    return object;
  }
}
