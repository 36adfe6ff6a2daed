package io.jenkins.plugins.austa.engine.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the product does with one type of object on a cluster.
 *
 * @param group API group, empty for the core group
 * @param resource plural of the type
 * @param subresource empty for the object itself
 * @param verbs the RBAC verbs needed
 * @param reason what for, as the end of a sentence
 * @param wished whether a deployment works without it, only not as well
 */
public record AccessNeed(
    String group,
    String resource,
    String subresource,
    List<String> verbs,
    String reason,
    boolean wished) {

  /**
   * Types that belong to no namespace, or that lie in another one than the environment's. A Role
   * can grant to look at the namespace that it lies in.
   */
  private static final List<String> ELSEWHERE = List.of("ingressclasses", "gateways");

  public AccessNeed {
    verbs = List.copyOf(verbs);
  }

  static AccessNeed of(String group, String resource, String reason, String... verbs) {
    return new AccessNeed(group, resource, "", List.of(verbs), reason, false);
  }

  static AccessNeed wish(String group, String resource, String reason, String... verbs) {
    return new AccessNeed(group, resource, "", List.of(verbs), reason, true);
  }

  /**
   * Whether it names a verb on a type.
   *
   * @param kind plural of the type, with the subresource where there is one: {@code services/proxy}
   */
  public boolean covers(String verb, String kind) {
    return kind().equals(kind) && verbs.contains(verb);
  }

  /** Both needs of one type. */
  AccessNeed and(AccessNeed other) {
    List<String> all = Stream.concat(verbs.stream(), other.verbs.stream()).distinct().toList();
    String why = reason.equals(other.reason) ? reason : reason + ", and " + other.reason;
    return new AccessNeed(group, resource, subresource, all, why, wished && other.wished);
  }

  /**
   * Whether a Role in the environment's namespace cannot grant it, so that it takes a ClusterRole.
   */
  public boolean clusterWide() {
    return ELSEWHERE.contains(resource);
  }

  /** The type without its group. */
  String kind() {
    return subresource.isEmpty() ? resource : resource + "/" + subresource;
  }

  /** The type as RBAC rules and error messages name it. */
  String type() {
    return group.isEmpty() ? kind() : kind() + "." + group;
  }
}
