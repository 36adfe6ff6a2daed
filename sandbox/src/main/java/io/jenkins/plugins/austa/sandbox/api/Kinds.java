package io.jenkins.plugins.austa.sandbox.api;

import java.util.List;
import java.util.Optional;

/** The resource types of the sandbox; anything else is answered 404, as a real API server does. */
public final class Kinds {
  private static final String APPS = "apps";
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String NETWORKING = "networking.k8s.io";
  private static final String GATEWAY = "gateway.networking.k8s.io";
  private static final String MONITORING = "monitoring.coreos.com";

  public static final Kind PODS = namespaced("", "v1", "Pod", "pods", true);
  public static final Kind SERVICES = namespaced("", "v1", "Service", "services", true);
  public static final Kind ENDPOINTS = namespaced("", "v1", "Endpoints", "endpoints", false);
  public static final Kind NAMESPACES = new Kind("", "v1", "Namespace", "namespaces", false, true);
  public static final Kind DEPLOYMENTS = namespaced(APPS, "v1", "Deployment", "deployments", true);
  public static final Kind REPLICA_SETS = namespaced(APPS, "v1", "ReplicaSet", "replicasets", true);
  public static final Kind ENDPOINT_SLICES =
      namespaced("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", false);
  public static final Kind INGRESSES = namespaced(NETWORKING, "v1", "Ingress", "ingresses", true);

  public static final Kind GATEWAYS = namespaced(GATEWAY, "v1", "Gateway", "gateways", true);
  public static final Kind HTTP_ROUTES = namespaced(GATEWAY, "v1", "HTTPRoute", "httproutes", true);

  public static final Kind NODES = new Kind("", "v1", "Node", "nodes", false, true);
  public static final Kind EVENTS = namespaced("", "v1", "Event", "events", false);
  public static final Kind RESOURCE_QUOTAS =
      namespaced("", "v1", "ResourceQuota", "resourcequotas", true);
  public static final Kind DISRUPTION_BUDGETS =
      namespaced("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", true);
  public static final Kind AUTOSCALERS =
      namespaced("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true);

  private static final List<Kind> ALL =
      List.of(
          PODS,
          SERVICES,
          ENDPOINTS,
          NAMESPACES,
          DEPLOYMENTS,
          REPLICA_SETS,
          ENDPOINT_SLICES,
          INGRESSES,
          namespaced("", "v1", "ConfigMap", "configmaps", false),
          namespaced("", "v1", "Secret", "secrets", false),
          EVENTS,
          namespaced("", "v1", "ServiceAccount", "serviceaccounts", false),
          namespaced("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", true),
          RESOURCE_QUOTAS,
          namespaced("", "v1", "LimitRange", "limitranges", false),
          NODES,
          namespaced(APPS, "v1", "StatefulSet", "statefulsets", true),
          namespaced(APPS, "v1", "DaemonSet", "daemonsets", true),
          namespaced("batch", "v1", "Job", "jobs", true),
          namespaced("batch", "v1", "CronJob", "cronjobs", true),
          namespaced(NETWORKING, "v1", "NetworkPolicy", "networkpolicies", false),
          new Kind(NETWORKING, "v1", "IngressClass", "ingressclasses", false, false),
          namespaced("coordination.k8s.io", "v1", "Lease", "leases", false),
          DISRUPTION_BUDGETS,
          AUTOSCALERS,
          namespaced(RBAC, "v1", "Role", "roles", false),
          namespaced(RBAC, "v1", "RoleBinding", "rolebindings", false),
          new Kind(RBAC, "v1", "ClusterRole", "clusterroles", false, false),
          new Kind(RBAC, "v1", "ClusterRoleBinding", "clusterrolebindings", false, false),
          new Kind(GATEWAY, "v1", "GatewayClass", "gatewayclasses", false, true),
          GATEWAYS,
          HTTP_ROUTES,
          namespaced(MONITORING, "v1", "ServiceMonitor", "servicemonitors", false),
          namespaced(MONITORING, "v1", "PrometheusRule", "prometheusrules", false));

  private Kinds() {}

  /** All types, in the order discovery lists them. */
  public static List<Kind> all() {
    return ALL;
  }

  /** The type a path names; empty when the sandbox does not serve it. */
  public static Optional<Kind> of(ResourcePath path) {
    return ALL.stream()
        .filter(k -> k.plural().equals(path.plural()))
        .filter(k -> k.group().equals(path.group()) && k.version().equals(path.version()))
        .findFirst();
  }

  /** Whether a type comes from a resource definition, and is not built into the API server. */
  static boolean isCustom(Kind kind) {
    return kind.group().equals(GATEWAY) || kind.group().equals(MONITORING);
  }

  private static Kind namespaced(
      String group, String version, String kind, String plural, boolean status) {
    return new Kind(group, version, kind, plural, true, status);
  }
}
