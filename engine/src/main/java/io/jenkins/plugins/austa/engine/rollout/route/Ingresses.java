package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Ingresses of a namespace and the controllers that serve them, as far as the account may look.
 * Calls block and throw {@link ClusterException}; being denied is no error here, it means not
 * knowing.
 */
final class Ingresses {

  private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";
  private static final int FORBIDDEN = 403;

  private final KubernetesClient client;
  private final String namespace;

  Ingresses(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** All that are there; empty when the account may not look. */
  List<Ingress> all() {
    return ask(
            "list Ingresses in " + namespace,
            () -> client.network().v1().ingresses().inNamespace(namespace).list().getItems())
        .orElse(List.of());
  }

  /** The controller that serves an Ingress, if it is one that loses requests. */
  Optional<IngressController> controllerOf(Ingress ingress) {
    String className = IngressController.className(ingress);
    Optional<IngressClass> found =
        className.isEmpty()
            ? Optional.empty()
            : ask(
                "read IngressClass " + className,
                () -> client.network().v1().ingressClasses().withName(className).get());
    return found.flatMap(Ingresses::controllerOf).or(() -> IngressController.ofMarks(ingress));
  }

  /**
   * The controller that will serve an Ingress without a class, if it is one that loses requests.
   */
  Optional<IngressController> defaultController() {
    return ask(
            "list IngressClasses", () -> client.network().v1().ingressClasses().list().getItems())
        .orElse(List.of())
        .stream()
        .filter(Ingresses::isDefault)
        .findFirst()
        .flatMap(Ingresses::controllerOf);
  }

  private static Optional<IngressController> controllerOf(IngressClass ingressClass) {
    return ingressClass.getSpec() == null
        ? Optional.empty()
        : IngressController.ofController(ingressClass.getSpec().getController());
  }

  private static boolean isDefault(IngressClass ingressClass) {
    return ingressClass.getMetadata().getAnnotations() != null
        && Objects.equals(ingressClass.getMetadata().getAnnotations().get(DEFAULT), "true");
  }

  private static <T> Optional<T> ask(String what, Supplier<T> question) {
    try {
      return Optional.ofNullable(question.get());
    } catch (KubernetesClientException e) {
      if (e.getCode() == FORBIDDEN) {
        return Optional.empty();
      }
      throw new ClusterException(what, e);
    }
  }
}
