package io.jenkins.plugins.austa.sandbox.api;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What the containers of a pod ask for, {@code cpu} or {@code memory}. */
public final class PodResources {
  private PodResources() {}

  /** The sum of their requests; one without counts as nothing. */
  public static BigDecimal requested(Pod pod, String resource) {
    return sum(pod, resources -> request(resources, resource));
  }

  /** The sum of their limits; one without counts as nothing. */
  static BigDecimal limited(Pod pod, String resource) {
    return sum(pod, resources -> limit(resources, resource));
  }

  /** The containers that have no request. */
  static List<String> withoutRequest(Pod pod, String resource) {
    return without(pod, resources -> request(resources, resource));
  }

  /** The containers that have no limit. */
  static List<String> withoutLimit(Pod pod, String resource) {
    return without(pod, resources -> limit(resources, resource));
  }

  private static BigDecimal sum(Pod pod, Function<ResourceRequirements, Quantity> amount) {
    return pod.getSpec().getContainers().stream()
        .map(Container::getResources)
        .filter(Objects::nonNull)
        .map(amount)
        .filter(Objects::nonNull)
        .map(Quantity::getNumericalAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<String> without(Pod pod, Function<ResourceRequirements, Quantity> amount) {
    return pod.getSpec().getContainers().stream()
        .filter(each -> each.getResources() == null || amount.apply(each.getResources()) == null)
        .map(Container::getName)
        .toList();
  }

  /** A limit alone is a request too. */
  private static Quantity request(ResourceRequirements resources, String resource) {
    Map<String, Quantity> requests = resources.getRequests();
    return requests != null && requests.containsKey(resource)
        ? requests.get(resource)
        : limit(resources, resource);
  }

  private static Quantity limit(ResourceRequirements resources, String resource) {
    return resources.getLimits() == null ? null : resources.getLimits().get(resource);
  }
}
