package io.jenkins.plugins.austa.engine.access;

import java.util.List;

/**
 * All that the product does in an environment's namespace: what the rollout does itself, what Helm
 * does with the chart, and what the checks read. A test holds this list against what a whole run
 * asks of a cluster.
 */
public final class AccessNeeds {
  private static final String HELM = "Helm installs and updates them";

  private static final List<AccessNeed> NEEDS =
      List.of(
          new AccessNeed("", "configmaps", "the rollout's record", "get", "create", "update"),
          new AccessNeed(
              "coordination.k8s.io",
              "leases",
              "one build at a time holds the environment",
              "get",
              "create",
              "update"),
          new AccessNeed(
              "networking.k8s.io",
              "ingresses",
              "traffic is switched there",
              "get",
              "create",
              "update",
              "patch",
              "delete"),
          new AccessNeed("apps", "deployments", HELM, "get", "list", "create", "patch", "delete"),
          new AccessNeed("apps", "replicasets", "Helm waits for them", "list"),
          new AccessNeed("", "pods", "availability and restarts are read from them", "list"),
          new AccessNeed("", "services", HELM, "get", "create", "patch", "delete"),
          new AccessNeed(
              "",
              "services",
              "proxy",
              List.of("get"),
              "the new version is asked before users see it"),
          new AccessNeed(
              "autoscaling", "horizontalpodautoscalers", HELM, "get", "create", "patch", "delete"),
          new AccessNeed(
              "policy", "poddisruptionbudgets", HELM, "get", "create", "patch", "delete"),
          new AccessNeed(
              "",
              "namespaces",
              "helm --create-namespace asks for it even when the namespace is there",
              "create"),
          new AccessNeed(
              "",
              "secrets",
              "Helm keeps its releases in them",
              "get",
              "list",
              "create",
              "update",
              "delete"));

  private AccessNeeds() {}

  /**
   * Whether a verb on a type is in the list.
   *
   * @param kind plural of the type, with the subresource where there is one: {@code services/proxy}
   */
  public static boolean cover(String verb, String kind) {
    return NEEDS.stream().anyMatch(need -> need.kind().equals(kind) && need.verbs().contains(verb));
  }

  static List<AccessNeed> all() {
    return NEEDS;
  }
}
