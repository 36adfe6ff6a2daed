package io.jenkins.plugins.austa.sandbox.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A path of the Kubernetes API taken apart. Absent parts are empty strings, never null.
 *
 * @param group API group, empty for the core group
 * @param version API version
 * @param namespace namespace, empty when cluster-wide
 * @param plural resource type
 * @param name object name, empty for a collection
 * @param subresource {@code status}, {@code scale}, {@code proxy} …
 * @param tail what follows the subresource, with its leading slash
 */
public record ResourcePath(
    String group,
    String version,
    String namespace,
    String plural,
    String name,
    String subresource,
    String tail) {

  /** Takes a path without its query apart; empty when it is no resource path. */
  public static Optional<ResourcePath> parse(String path) {
    List<String> parts = Arrays.asList(path.replaceFirst("^/+", "").split("/", -1));
    boolean core = parts.get(0).equals("api");
    int head = core ? 2 : 3;
    if (!core && !parts.get(0).equals("apis") || parts.size() <= head) {
      return Optional.empty();
    }
    String group = core ? "" : parts.get(1);
    return Optional.of(of(group, parts.get(head - 1), parts.subList(head, parts.size())));
  }

  private static ResourcePath of(String group, String version, List<String> rest) {
    boolean inNamespace =
        rest.get(0).equals("namespaces")
            && rest.size() > 2
            && !rest.get(2).equals("status")
            && !rest.get(2).equals("finalize");
    String namespace = inNamespace ? rest.get(1) : "";
    List<String> own = inNamespace ? rest.subList(2, rest.size()) : rest;
    String tail = own.size() > 3 ? "/" + String.join("/", own.subList(3, own.size())) : "";
    return new ResourcePath(
        group, version, namespace, own.get(0), part(own, 1), part(own, 2), tail);
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  /** Whether this names one object. */
  public boolean isItem() {
    return !name.isEmpty();
  }

  /** The collection this object is in. */
  public ResourcePath collection() {
    return new ResourcePath(group, version, namespace, plural, "", "", "");
  }

  /** The object of this name in the same collection. */
  public ResourcePath item(String itemName) {
    return new ResourcePath(group, version, namespace, plural, itemName, "", "");
  }

  /** The object itself, without subresource. */
  public ResourcePath object() {
    return item(name);
  }

  /** A part of this object. */
  public ResourcePath withSubresource(String part) {
    return new ResourcePath(group, version, namespace, plural, name, part, "");
  }

  /** The same path in another namespace. */
  public ResourcePath inNamespace(String other) {
    return new ResourcePath(group, version, other, plural, name, subresource, tail);
  }

  /** The path as it is requested. */
  public String uri() {
    StringBuilder uri = new StringBuilder(group.isEmpty() ? "/api" : "/apis/" + group);
    uri.append('/').append(version);
    if (!namespace.isEmpty()) {
      uri.append("/namespaces/").append(namespace);
    }
    uri.append('/').append(plural);
    if (!name.isEmpty()) {
      uri.append('/').append(name);
    }
    return subresource.isEmpty() ? uri.toString() : uri.append('/').append(subresource).toString();
  }
}
