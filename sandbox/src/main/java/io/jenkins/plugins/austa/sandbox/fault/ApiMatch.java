package io.jenkins.plugins.austa.sandbox.fault;

/**
 * Which API requests a fault meets. Every part that is empty matches all.
 *
 * @param verb get, list, watch, create, update, patch, delete or deletecollection
 * @param kind plural of the resource type, with subresource where there is one: {@code
 *     deployments}, {@code deployments/scale}, {@code services/proxy}
 * @param namespace namespace of the object
 * @param name name of the object
 */
public record ApiMatch(String verb, String kind, String namespace, String name) {

  /** Matches every request. */
  public static ApiMatch any() {
    return new ApiMatch("", "", "", "");
  }

  public ApiMatch withVerb(String wanted) {
    return new ApiMatch(wanted, kind, namespace, name);
  }

  public ApiMatch withKind(String wanted) {
    return new ApiMatch(verb, wanted, namespace, name);
  }

  public ApiMatch withNamespace(String wanted) {
    return new ApiMatch(verb, kind, wanted, name);
  }

  public ApiMatch withName(String wanted) {
    return new ApiMatch(verb, kind, namespace, wanted);
  }

  /** Whether a request, described in the same terms with nothing left open, is met. */
  boolean matches(ApiMatch request) {
    return part(verb, request.verb)
        && part(kind, request.kind)
        && part(namespace, request.namespace)
        && part(name, request.name);
  }

  private static boolean part(String wanted, String given) {
    return wanted.isEmpty() || wanted.equals(given);
  }
}
