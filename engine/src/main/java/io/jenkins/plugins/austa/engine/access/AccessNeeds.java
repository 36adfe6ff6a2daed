package io.jenkins.plugins.austa.engine.access;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that the product does in an environment's namespace: what the rollout does itself, what Helm
 * does with the chart, and what the checks read. Tests hold these lists against what whole runs ask
 * of a cluster, and the Roles in {@code resources/} against these lists.
 */
public final class AccessNeeds {
  private static final String HELM = "Helm installs and updates them";
  private static final String ENTRY = "traffic is switched there";
  private static final String NETWORKING = "networking.k8s.io";
  private static final String GATEWAY = "gateway.networking.k8s.io";

  private static final List<AccessNeed> COMMON =
      List.of(
          AccessNeed.of("apps", "deployments", HELM, "get", "list", "create", "patch", "delete"),
          AccessNeed.of("apps", "replicasets", "Helm waits for them", "list"),
          AccessNeed.of("", "pods", "availability and restarts are read from them", "list"),
          AccessNeed.of("", "services", HELM, "get", "create", "patch", "delete"),
          new AccessNeed(
              "",
              "services",
              "proxy",
              List.of("get"),
              "the new version is asked before users see it",
              false),
          AccessNeed.of(
              "autoscaling", "horizontalpodautoscalers", HELM, "get", "create", "patch", "delete"),
          AccessNeed.of("policy", "poddisruptionbudgets", HELM, "get", "create", "patch", "delete"),
          AccessNeed.wish(
              "", "namespaces", "one that is missing is found before anything is done", "get"),
          AccessNeed.of(
              "",
              "secrets",
              "Helm keeps its releases in them",
              "get",
              "list",
              "create",
              "update",
              "delete"));

  private static final List<AccessNeed> ROLLING =
      List.of(AccessNeed.of(NETWORKING, "ingresses", HELM, "get", "create", "patch", "delete"));

  private static final List<AccessNeed> BLUE_GREEN =
      List.of(
          AccessNeed.wish(
              "apps",
              "deployments",
              "the candidate's pods are waited for without polling",
              "watch"),
          AccessNeed.of("", "configmaps", "the rollout's record", "get", "create", "update"),
          AccessNeed.of(
              "coordination.k8s.io",
              "leases",
              "one build at a time holds the environment",
              "get",
              "create",
              "update"));

  private static final AccessNeed INGRESS_CLASSES =
      AccessNeed.wish(
          NETWORKING,
          "ingressclasses",
          "controllers that lose requests at a switch are known by them",
          "get",
          "list");

  private AccessNeeds() {}

  /** What a rolling deployment needs. */
  public static List<AccessNeed> rolling() {
    return concat(COMMON, ROLLING);
  }

  /** What a blue-green deployment with a router needs. */
  public static List<AccessNeed> blueGreen(RouterKind router) {
    return concat(concat(COMMON, BLUE_GREEN), entry(router));
  }

  /**
   * Whether a verb on a type is needed or wished for anywhere.
   *
   * @param kind plural of the type, with the subresource where there is one: {@code services/proxy}
   */
  public static boolean cover(String verb, String kind) {
    return Stream.concat(
            rolling().stream(),
            Stream.of(RouterKind.values()).flatMap(router -> blueGreen(router).stream()))
        .anyMatch(need -> need.covers(verb, kind));
  }

  /** What either way of deploying needs as long as nobody chooses another router. */
  static List<AccessNeed> usual() {
    return concat(blueGreen(RouterKind.INGRESS), ROLLING);
  }

  private static List<AccessNeed> entry(RouterKind router) {
    return switch (router) {
      case INGRESS ->
          List.of(
              AccessNeed.of(NETWORKING, "ingresses", ENTRY, "get", "list", "create", "update"),
              INGRESS_CLASSES);
      case GATEWAY ->
          List.of(
              AccessNeed.of(GATEWAY, "httproutes", ENTRY, "get", "create", "update"),
              AccessNeed.wish(GATEWAY, "gateways", "one that is missing is found by it", "get"));
      case SERVICE ->
          List.of(
              AccessNeed.of("", "services", ENTRY, "update"),
              AccessNeed.of(
                  NETWORKING, "ingresses", "what leads to the Services is looked at", "list"),
              INGRESS_CLASSES);
    };
  }

  /** One need for each type, and one wish. */
  private static List<AccessNeed> concat(List<AccessNeed> first, List<AccessNeed> second) {
    Map<String, AccessNeed> byType = new LinkedHashMap<>();
    Stream.concat(first.stream(), second.stream())
        .forEach(need -> byType.merge(need.type() + need.wished(), need, AccessNeed::and));
    return List.copyOf(byType.values());
  }
}
