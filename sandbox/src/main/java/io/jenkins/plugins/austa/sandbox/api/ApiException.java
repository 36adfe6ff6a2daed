package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal of the API server: becomes a {@code Status} document with the given code. */
public final class ApiException extends RuntimeException {
  private final int code;
  private final String reason;
  private final ObjectNode details;

  /**
   * @param code HTTP status
   * @param reason machine-readable reason, such as {@code Conflict}
   * @param message sentence for people
   */
  public ApiException(int code, String reason, String message) {
    this(code, reason, message, null);
  }

  private ApiException(int code, String reason, String message, ObjectNode details) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  public int code() {
    return code;
  }

  static ApiException notFound(ResourcePath path) {
    return about(path, 404, "NotFound", named(path) + " not found");
  }

  static ApiException unknownType() {
    return new ApiException(404, "NotFound", "the server could not find the requested resource");
  }

  static ApiException exists(ResourcePath path) {
    return about(path, 409, "AlreadyExists", named(path) + " already exists");
  }

  static ApiException conflict(ResourcePath path, String why) {
    return about(
        path, 409, "Conflict", "Operation cannot be fulfilled on " + named(path) + ": " + why);
  }

  /** Refused although the path is known: without right, or by an admission rule. */
  static ApiException forbidden(ResourcePath path, String why) {
    String what = path.isItem() ? named(path) : type(path);
    return about(path, 403, "Forbidden", what + " is forbidden: " + why);
  }

  /**
   * Refused by a disruption budget.
   *
   * @param retrySeconds when to ask again, 0 to say nothing of it
   */
  static ApiException tooManyRequests(String cause, int retrySeconds) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    details.putArray("causes").addObject().put("reason", "DisruptionBudget").put("message", cause);
    if (retrySeconds > 0) {
      details.put("retryAfterSeconds", retrySeconds);
    }
    return new ApiException(
        429,
        "TooManyRequests",
        "Cannot evict pod as it would violate the pod's disruption budget.",
        details);
  }

  static ApiException invalid(String kind, String name, String why) {
    return new ApiException(422, "Invalid", kind + " \"" + name + "\" is invalid: " + why);
  }

  static ApiException badRequest(String why) {
    return new ApiException(400, "BadRequest", why);
  }

  /** The document a client receives. */
  public ObjectNode status() {
    ObjectNode status = status(code, reason, getMessage());
    if (details != null) {
      status.set("details", details.deepCopy());
    }
    return status;
  }

  /** The document that says that something was done which leaves no object. */
  static ObjectNode success(int code) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    return status.put("status", "Success").put("code", code);
  }

  static ObjectNode status(int code, String reason, String message) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    status.put("status", code < 300 ? "Success" : "Failure");
    status.put("message", message).put("reason", reason).put("code", code);
    return status;
  }

  private static ApiException about(ResourcePath path, int code, String reason, String message) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    if (path.isItem()) {
      details.put("name", path.name());
    }
    if (!path.group().isEmpty()) {
      details.put("group", path.group());
    }
    details.put("kind", path.plural());
    return new ApiException(code, reason, message, details);
  }

  private static String named(ResourcePath path) {
    return type(path) + " \"" + path.name() + "\"";
  }

  private static String type(ResourcePath path) {
    return path.group().isEmpty() ? path.plural() : path.plural() + "." + path.group();
  }
}
