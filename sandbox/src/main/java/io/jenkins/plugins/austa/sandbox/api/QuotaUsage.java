package io.jenkins.plugins.austa.sandbox.api;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How much of a quota pods use: their number, and the CPU and memory they ask for. */
public final class QuotaUsage {
  private static final String LIMITS = "limits.";
  private static final String REQUESTS = "requests.";
  private static final BigInteger KILO = BigInteger.valueOf(1024);
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
  private static final Set<String> MEASURED =
      Set.of(
          "pods",
          "count/pods",
          "cpu",
          "memory",
          "requests.cpu",
          "requests.memory",
          "limits.cpu",
          "limits.memory");

  private QuotaUsage() {}

  /** Whether the sandbox keeps a quota's resource; others are neither measured nor enforced. */
  public static boolean isMeasured(String resource) {
    return MEASURED.contains(resource);
  }

  /** What all pods together use of a resource; those that have ended use nothing. */
  public static BigDecimal of(Collection<Pod> pods, String resource) {
    return pods.stream()
        .filter(pod -> pod.getStatus() == null || !ENDED.contains(pod.getStatus().getPhase()))
        .map(pod -> of(pod, resource))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal of(Pod pod, String resource) {
    if (resource.endsWith("pods")) {
      return BigDecimal.ONE;
    }
    return resource.startsWith(LIMITS)
        ? PodResources.limited(pod, plain(resource))
        : PodResources.requested(pod, plain(resource));
  }

  /** The containers that say nothing of a resource that a quota wants them to name. */
  static List<String> silent(Pod pod, String resource) {
    if (resource.endsWith("pods")) {
      return List.of();
    }
    return resource.startsWith(LIMITS)
        ? PodResources.withoutLimit(pod, plain(resource))
        : PodResources.withoutRequest(pod, plain(resource));
  }

  /** An amount in the API's own writing. */
  public static Quantity quantity(String resource, BigDecimal amount) {
    return plain(resource).equals("memory") ? bytes(amount) : thousandths(amount);
  }

  private static Quantity thousandths(BigDecimal amount) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    return whole
        ? new Quantity(amount.toBigInteger().toString())
        : new Quantity(
            amount.movePointRight(3).setScale(0, RoundingMode.CEILING).toPlainString(), "m");
  }

  private static Quantity bytes(BigDecimal amount) {
    BigInteger left = amount.setScale(0, RoundingMode.CEILING).toBigInteger();
    String unit = "";
    for (String larger : List.of("Ki", "Mi", "Gi", "Ti")) {
      if (left.signum() == 0 || left.mod(KILO).signum() != 0) {
        break;
      }
      left = left.divide(KILO);
      unit = larger;
    }
    return new Quantity(left.toString(), unit);
  }

  private static String plain(String resource) {
    return resource.replace(LIMITS, "").replace(REQUESTS, "");
  }
}
