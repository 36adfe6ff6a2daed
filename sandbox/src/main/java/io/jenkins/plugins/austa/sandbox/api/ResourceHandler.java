package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Turns one resource request that is neither a watch nor proxied into its answer. */
final class ResourceHandler {
  private final ResourceApi api;
  private final Evictions evictions;

  /**
   * The answer to a request.
   *
   * @param code HTTP status
   * @param body document
   */
  record Answer(int code, ObjectNode body) {}

  ResourceHandler(ResourceApi api) {
    this.api = api;
    this.evictions = new Evictions(api);
  }

  /** Carries a request out; refusals are answers too. */
  Answer handle(ApiRequest request, String body) {
    try {
      return carryOut(request, body);
    } catch (ApiException e) {
      return new Answer(e.code(), e.status());
    }
  }

  private Answer carryOut(ApiRequest request, String body) {
    ResourcePath path = request.path();
    if (path.plural().equals("pods") && path.subresource().equals("eviction")) {
      return new Answer(201, evictions.evict(path, object(body), request.isDryRun()));
    }
    if (!List.of("", "status", "scale").contains(path.subresource())) {
      throw ApiException.unknownType();
    }
    if (path.subresource().equals("scale")) {
      return new Answer(200, scale(request, body));
    }
    return switch (request.method().name()) {
      case "GET" ->
          new Answer(200, path.isItem() ? api.get(path) : api.list(path, request.selection()));
      case "POST" -> new Answer(201, api.create(path, object(body), request.isDryRun()));
      case "PUT" -> new Answer(200, api.replace(path, object(body), request.isDryRun()));
      case "PATCH" -> new Answer(200, patch(request, path, body));
      case "DELETE" -> new Answer(200, delete(request, body));
      default ->
          throw new ApiException(
              405, "MethodNotAllowed", "the server does not allow this method on the resource");
    };
  }

  private ObjectNode patch(ApiRequest request, ResourcePath path, String body) {
    String manager = Optional.ofNullable(request.query().get("fieldManager")).orElse("unknown");
    return api.patch(path, request.contentType(), body, manager, request.isDryRun());
  }

  private ObjectNode delete(ApiRequest request, String body) {
    JsonNode given = body.isBlank() ? JsonNodeFactory.instance.objectNode() : Patches.read(body);
    DeleteOptions options = DeleteOptions.read(given, request.isDryRun());
    if ("0".equals(request.query().get("gracePeriodSeconds"))) {
      options = options.withImmediate();
    }
    if (request.path().isItem()) {
      return api.delete(request.path(), options);
    }
    ObjectNode list = api.list(request.path(), request.selection());
    for (JsonNode item : list.path("items")) {
      JsonNode metadata = item.path("metadata");
      String namespace = metadata.path("namespace").asText("");
      api.delete(
          request.path().inNamespace(namespace).item(metadata.path("name").asText()), options);
    }
    return list;
  }

  /** The scale subresource is a view: it is read from and written to {@code spec.replicas}. */
  private ObjectNode scale(ApiRequest request, String body) {
    ResourcePath target = request.path().object();
    ObjectNode current = view(api.get(target));
    ObjectNode wanted =
        switch (request.method().name()) {
          case "GET" -> current;
          case "PUT" -> object(body);
          case "PATCH" -> Patches.apply(current, request.contentType(), body);
          default ->
              throw new ApiException(
                  405, "MethodNotAllowed", "scale can be read, replaced and patched only");
        };
    if (wanted == current) {
      return current;
    }
    ObjectNode merge = JsonNodeFactory.instance.objectNode();
    merge.putObject("spec").put("replicas", wanted.path("spec").path("replicas").asInt());
    JsonNode version = wanted.path("metadata").path("resourceVersion");
    if (!version.isMissingNode()) {
      merge.putObject("metadata").set("resourceVersion", version);
    }
    return view(api.patch(target, Patches.MERGE, merge.toString(), "scale", request.isDryRun()));
  }

  private static ObjectNode view(ObjectNode object) {
    ObjectNode scale = JsonNodeFactory.instance.objectNode();
    scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
    ObjectNode metadata = scale.putObject("metadata");
    for (String field : new String[] {"name", "namespace", "uid", "resourceVersion"}) {
      metadata.set(field, object.path("metadata").path(field));
    }
    scale.putObject("spec").put("replicas", object.path("spec").path("replicas").asInt());
    scale.putObject("status").put("replicas", object.path("status").path("replicas").asInt());
    return scale;
  }

  private static ObjectNode object(String body) {
    if (Patches.read(body) instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.badRequest("the body of the request is not an object");
  }
}
