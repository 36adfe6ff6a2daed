package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import io.jenkins.plugins.austa.sandbox.api.ObjectStore;

/**
 * The types the controllers work on, kept current.
 *
 * @param deployments all Deployments
 * @param replicaSets all ReplicaSets
 * @param pods all Pods
 * @param services all Services
 * @param endpoints all Endpoints
 * @param endpointSlices all EndpointSlices
 * @param ingresses all Ingresses
 * @param namespaces all Namespaces
 * @param gateways all Gateways
 * @param httpRoutes all HTTPRoutes
 * @param nodes all Nodes
 * @param quotas all ResourceQuotas
 * @param budgets all PodDisruptionBudgets
 * @param autoscalers all HorizontalPodAutoscalers
 */
public record ClusterState(
    Informer<Deployment> deployments,
    Informer<ReplicaSet> replicaSets,
    Informer<Pod> pods,
    Informer<Service> services,
    Informer<Endpoints> endpoints,
    Informer<EndpointSlice> endpointSlices,
    Informer<Ingress> ingresses,
    Informer<Namespace> namespaces,
    Informer<Gateway> gateways,
    Informer<HTTPRoute> httpRoutes,
    Informer<Node> nodes,
    Informer<ResourceQuota> quotas,
    Informer<PodDisruptionBudget> budgets,
    Informer<HorizontalPodAutoscaler> autoscalers) {

  /** Follows a store that is still empty. */
  public static ClusterState of(ObjectStore store, ControlLoop loop) {
    return new ClusterState(
        new Informer<>(store, Kinds.DEPLOYMENTS, Deployment.class, loop),
        new Informer<>(store, Kinds.REPLICA_SETS, ReplicaSet.class, loop),
        new Informer<>(store, Kinds.PODS, Pod.class, loop),
        new Informer<>(store, Kinds.SERVICES, Service.class, loop),
        new Informer<>(store, Kinds.ENDPOINTS, Endpoints.class, loop),
        new Informer<>(store, Kinds.ENDPOINT_SLICES, EndpointSlice.class, loop),
        new Informer<>(store, Kinds.INGRESSES, Ingress.class, loop),
        new Informer<>(store, Kinds.NAMESPACES, Namespace.class, loop),
        new Informer<>(store, Kinds.GATEWAYS, Gateway.class, loop),
        new Informer<>(store, Kinds.HTTP_ROUTES, HTTPRoute.class, loop),
        new Informer<>(store, Kinds.NODES, Node.class, loop),
        new Informer<>(store, Kinds.RESOURCE_QUOTAS, ResourceQuota.class, loop),
        new Informer<>(store, Kinds.DISRUPTION_BUDGETS, PodDisruptionBudget.class, loop),
        new Informer<>(store, Kinds.AUTOSCALERS, HorizontalPodAutoscaler.class, loop));
  }
}
