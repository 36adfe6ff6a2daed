package io.jenkins.plugins.austa.sandbox.api;

import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * One resource request.
 *
 * @param method HTTP method
 * @param path what it is about
 * @param query decoded query parameters
 * @param contentType type of the body, null when there is none
 * @param caller who sends it
 */
record ApiRequest(
    HttpMethod method, ResourcePath path, MultiMap query, String contentType, Caller caller) {

  static ApiRequest of(HttpServerRequest request, ResourcePath path, Caller caller) {
    return new ApiRequest(
        request.method(), path, request.params(), request.getHeader("Content-Type"), caller);
  }

  boolean isWatch() {
    String watch = query.get("watch");
    return method.equals(HttpMethod.GET) && ("true".equals(watch) || "1".equals(watch));
  }

  boolean isProxy() {
    return path.subresource().equals("proxy");
  }

  boolean isDryRun() {
    return "All".equals(query.get("dryRun"));
  }

  Selection selection() {
    return Selection.parse(query.get("labelSelector"), query.get("fieldSelector"));
  }

  /** The request in the terms faults and access rules are written in. */
  ApiMatch match() {
    String sub = path.subresource();
    return new ApiMatch(
        verb(),
        sub.isEmpty() ? path.plural() : path.plural() + "/" + sub,
        path.namespace(),
        path.name());
  }

  /** The refusal of a request that the caller has no right to, as RBAC words it. */
  ApiException denied() {
    String scope =
        path.namespace().isEmpty()
            ? " at the cluster scope"
            : " in the namespace \"" + path.namespace() + "\"";
    return ApiException.forbidden(
        path,
        "User \""
            + caller.user()
            + "\" cannot "
            + verb()
            + " resource \""
            + match().kind()
            + "\" in API group \""
            + path.group()
            + "\""
            + scope);
  }

  private String verb() {
    return switch (method.name()) {
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> path.isItem() ? "delete" : "deletecollection";
      default -> isWatch() ? "watch" : path.isItem() ? "get" : "list";
    };
  }
}
