package io.jenkins.plugins.austa.engine.access;

import java.util.List;

/**
 * What the product does with one type of object on a cluster.
 *
 * @param group API group, empty for the core group
 * @param resource plural of the type
 * @param subresource empty for the object itself
 * @param verbs the RBAC verbs needed
 * @param reason what for, as the end of a sentence
 */
record AccessNeed(
    String group, String resource, String subresource, List<String> verbs, String reason) {

  AccessNeed(String group, String resource, String reason, String... verbs) {
    this(group, resource, "", List.of(verbs), reason);
  }

  /** Whether the type belongs to no namespace, so that only a ClusterRole can grant it. */
  boolean clusterWide() {
    return resource.equals("namespaces");
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
