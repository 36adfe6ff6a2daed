package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;

/** No schemas: helm and kubectl then skip validation by themselves, and the server still checks. */
final class Schemas {
  static final String PATH = "/openapi/v2";

  private Schemas() {}

  static void send(HttpServerRequest request) {
    String accepted = request.getHeader("Accept");
    if (accepted != null && accepted.contains("protobuf")) {
      // A message without fields is no bytes at all.
      String type = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
      request.response().putHeader("Content-Type", type).end();
      return;
    }
    ObjectNode schemas = JsonNodeFactory.instance.objectNode().put("swagger", "2.0");
    schemas.putObject("paths");
    schemas.putObject("definitions");
    ApiFront.send(request.response(), 200, schemas);
  }
}
