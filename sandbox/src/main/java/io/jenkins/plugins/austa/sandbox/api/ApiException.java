package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal of the API server: becomes a {@code Status} document with the given code. */
public final class ApiException extends RuntimeException {
  private final int code;
  private final String reason;

  /**
   * @param code HTTP status
   * @param reason machine-readable reason, such as {@code Conflict}
   * @param message sentence for people
   */
  public ApiException(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.reason = reason;
  }

  public int code() {
    return code;
  }

  static ApiException notFound(ResourcePath path) {
    String type = path.group().isEmpty() ? path.plural() : path.plural() + "." + path.group();
    return new ApiException(404, "NotFound", type + " \"" + path.name() + "\" not found");
  }

  static ApiException unknownType() {
    return new ApiException(404, "NotFound", "the server could not find the requested resource");
  }

  static ApiException exists(ResourcePath path) {
    String type = path.group().isEmpty() ? path.plural() : path.plural() + "." + path.group();
    return new ApiException(409, "AlreadyExists", type + " \"" + path.name() + "\" already exists");
  }

  static ApiException conflict(ResourcePath path, String why) {
    String type = path.group().isEmpty() ? path.plural() : path.plural() + "." + path.group();
    return new ApiException(
        409,
        "Conflict",
        "Operation cannot be fulfilled on " + type + " \"" + path.name() + "\": " + why);
  }

  static ApiException invalid(String kind, String name, String why) {
    return new ApiException(422, "Invalid", kind + " \"" + name + "\" is invalid: " + why);
  }

  static ApiException badRequest(String why) {
    return new ApiException(400, "BadRequest", why);
  }

  /** The document a client receives. */
  public ObjectNode status() {
    return status(code, reason, getMessage());
  }

  static ObjectNode status(int code, String reason, String message) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    status.put("status", code < 300 ? "Success" : "Failure");
    status.put("message", message).put("reason", reason).put("code", code);
    return status;
  }
}
