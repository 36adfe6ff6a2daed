package io.jenkins.plugins.austa.sandbox.api;

/**
 * A resource type the API server serves.
 *
 * @param group API group, empty for the core group
 * @param version API version, such as {@code v1}
 * @param kind name in documents, such as {@code Deployment}
 * @param plural name in paths, such as {@code deployments}
 * @param namespaced whether objects live in a namespace
 * @param status whether {@code status} is written through its own subresource only
 */
public record Kind(
    String group, String version, String kind, String plural, boolean namespaced, boolean status) {

  /** {@code v1} or {@code apps/v1}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** {@code deployments.apps}, as messages of the API server name a type. */
  public String qualifiedPlural() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  /** The path of one object of this kind. */
  public ResourcePath item(String namespace, String name) {
    return new ResourcePath(group, version, namespaced ? namespace : "", plural, name, "", "");
  }

  /** The path of all objects of this kind in a namespace, or in all when it is empty. */
  public ResourcePath collection(String namespace) {
    return item(namespace, "");
  }
}
