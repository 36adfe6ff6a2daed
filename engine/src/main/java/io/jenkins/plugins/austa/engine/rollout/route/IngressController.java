package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ingress controllers of which it is known that users lose something when traffic is moved. What is
 * known of each, and from where, is told in ADR 3. Pure.
 */
enum IngressController {
  INGRESS_NGINX(
      "ingress-nginx",
      List.of("k8s.io/ingress-nginx"),
      List.of(),
      "",
      "it forgets the Services that traffic leaves while workers that still answer requests know no"
          + " others, so some are answered 503, and it ends WebSockets some minutes later",
      null),
  AWS(
      "the AWS Load Balancer Controller",
      List.of("ingress.k8s.aws/alb", "eks.amazonaws.com/alb"),
      List.of("alb"),
      "ingress.k8s.aws/",
      "it makes a new target group for the new Services, which answers 503 until the load balancer"
          + " has found its targets healthy",
      "it registers the new pods and takes the old ones away at the same time, so that requests are"
          + " answered 503 until the load balancer has found the new ones healthy"),
  GOOGLE(
      "the GKE Ingress controller",
      List.of("k8s.io/ingress-gce"),
      List.of("gce", "gce-internal"),
      "networking.gke.io/ingress",
      "it answers 502 for half a minute and more until the load balancer has the new backends",
      "it takes the old network endpoints away before the new ones are attached, and answers 502 for"
          + " some seconds"),
  AZURE(
      "the Azure Application Gateway Ingress Controller",
      List.of("azure/application-gateway"),
      List.of("azure/application-gateway", "azure-application-gateway"),
      "",
      "it takes up to minutes to tell the gateway of new pods, and answers 502 meanwhile",
      "it takes up to minutes to tell the gateway of new pods, and answers 502 meanwhile");

  private static final String LEGACY_CLASS = "kubernetes.io/ingress.class";
  private static final String TARGET_TYPE = "alb.ingress.kubernetes.io/target-type";

  private final String words;
  private final List<String> controllers;
  private final List<String> classNames;
  private final String finalizer;
  private final String onNewBackend;
  private final String onNewEndpoints;

  /**
   * @param words how people call it
   * @param controllers what an IngressClass of it says
   * @param classNames names that a class of no other controller has
   * @param finalizer what the finalizers of its Ingresses contain, empty when it sets none
   * @param onNewBackend what users meet when an Ingress is pointed to other Services
   * @param onNewEndpoints what users meet when a Service gets other pods, null when nothing
   */
  IngressController(
      String words,
      List<String> controllers,
      List<String> classNames,
      String finalizer,
      String onNewBackend,
      String onNewEndpoints) {
    this.words = words;
    this.controllers = controllers;
    this.classNames = classNames;
    this.finalizer = finalizer;
    this.onNewBackend = onNewBackend;
    this.onNewEndpoints = onNewEndpoints;
  }

  /** The one that an IngressClass belongs to. */
  static Optional<IngressController> ofController(String controller) {
    return find(one -> one.controllers.contains(controller));
  }

  /** The one that has left its mark on an Ingress, or whose class it names beyond doubt. */
  static Optional<IngressController> ofMarks(Ingress ingress) {
    return find(one -> one.hasMarked(ingress) || one.classNames.contains(className(ingress)));
  }

  /** The class that an Ingress names in one way or the other; empty when it names none. */
  static String className(Ingress ingress) {
    String name = ingress.getSpec() == null ? null : ingress.getSpec().getIngressClassName();
    return name == null ? annotations(ingress).getOrDefault(LEGACY_CLASS, "") : name;
  }

  /** What users meet when an Ingress is pointed to other Services. */
  String onNewBackend() {
    return "behind " + words + " a switch loses requests: " + onNewBackend;
  }

  /** What users meet when a Service behind this Ingress gets other pods; empty when nothing. */
  Optional<String> onNewEndpoints(Ingress ingress) {
    boolean byNode = this == AWS && !"ip".equals(annotations(ingress).get(TARGET_TYPE));
    return onNewEndpoints == null || byNode
        ? Optional.empty()
        : Optional.of("behind " + words + " a switch loses requests: " + onNewEndpoints);
  }

  private boolean hasMarked(Ingress ingress) {
    return !finalizer.isEmpty()
        && ingress.getMetadata().getFinalizers().stream().anyMatch(one -> one.contains(finalizer));
  }

  private static Map<String, String> annotations(Ingress ingress) {
    return Objects.requireNonNullElse(ingress.getMetadata().getAnnotations(), Map.of());
  }

  private static Optional<IngressController> find(Predicate<IngressController> which) {
    return Arrays.stream(values()).filter(which).findFirst();
  }
}
