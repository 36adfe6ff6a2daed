package io.jenkins.plugins.austa.bench.waiting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of the API server as rollouts that wait ask for: it keeps what they write, with
 * resourceVersions as preconditions, and tells of Deployments and pods that are well. For one event
 * loop.
 */
final class StillApi {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int CONFLICT = 409;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> objects = new HashMap<>();
  private final StillObjects installed = new StillObjects();
  private long version;

  void answer(HttpServerRequest request) {
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      // A watch on which nothing ever happens.
      request.toWebSocket();
      return;
    }
    request.body().onSuccess(body -> answer(request, body));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    String path = request.path();
    try {
      if (request.method().equals(HttpMethod.GET)) {
        read(request, path);
      } else if (request.method().equals(HttpMethod.POST)) {
        ObjectNode object = (ObjectNode) JSON.readTree(body.getBytes());
        create(request, path + "/" + object.at("/metadata/name").asText(), object);
      } else if (request.method().equals(HttpMethod.PUT)) {
        update(request, path, (ObjectNode) JSON.readTree(body.getBytes()));
      } else {
        send(request, NOT_ALLOWED, status(NOT_ALLOWED));
      }
    } catch (IOException e) {
      send(request, NOT_ALLOWED, status(NOT_ALLOWED));
    }
  }

  private void read(HttpServerRequest request, String path) throws JsonProcessingException {
    List<String> parts = List.of(path.split("/"));
    String last = parts.get(parts.size() - 1);
    String before = parts.get(parts.size() - 2);
    String kept = objects.get(path);
    if (kept != null) {
      send(request, OK, kept);
    } else if (path.contains("/proxy/")) {
      send(request, OK, "{\"status\":\"ok\"}");
    } else if (before.equals("deployments")) {
      send(request, OK, installed.deployment(last));
    } else if (last.equals("pods")) {
      send(request, OK, installed.pods(request.getParam("labelSelector")));
    } else if (path.matches("/(api|apis/[^/]+)/v\\w+/namespaces/[^/]+/[^/]+/[^/]+")) {
      send(request, NOT_FOUND, status(NOT_FOUND));
    } else {
      send(
          request, OK, "{\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}");
    }
  }

  private void create(HttpServerRequest request, String path, ObjectNode object) {
    if (objects.containsKey(path)) {
      send(request, CONFLICT, status(CONFLICT));
    } else {
      keep(request, CREATED, path, object);
    }
  }

  private void update(HttpServerRequest request, String path, ObjectNode object)
      throws JsonProcessingException {
    String kept = objects.get(path);
    if (kept == null) {
      send(request, NOT_FOUND, status(NOT_FOUND));
      return;
    }
    String asked = object.at("/metadata/resourceVersion").asText();
    String found = JSON.readTree(kept).at("/metadata/resourceVersion").asText();
    if (!asked.isEmpty() && !asked.equals(found)) {
      send(request, CONFLICT, status(CONFLICT));
    } else {
      keep(request, OK, path, object);
    }
  }

  private void keep(HttpServerRequest request, int code, String path, ObjectNode object) {
    object.withObject("/metadata").put("resourceVersion", String.valueOf(++version));
    objects.put(path, object.toString());
    send(request, code, objects.get(path));
  }

  private static String status(int code) {
    return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":"
        + code
        + "}";
  }

  private static void send(HttpServerRequest request, int code, String body) {
    request.response().setStatusCode(code).putHeader("Content-Type", "application/json").end(body);
  }
}
