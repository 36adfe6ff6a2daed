package io.jenkins.plugins.austa.engine.rollout;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is rolled out where, and how everything is called there.
 *
 * @param services those that move together, callers before callees
 * @param publicUrl address by which users reach the entry, without a path
 * @param publicHost host of the entry's rule, null for a rule that takes every host
 */
public record RolloutTarget(
    String environment,
    String namespace,
    String release,
    String platform,
    List<RolloutService> services,
    URI publicUrl,
    String publicHost) {

  public RolloutTarget {
    services = List.copyOf(services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("Environment " + environment + " has no service");
    }
    long paths = services.stream().map(RolloutService::routePath).distinct().count();
    if (paths < services.size()) {
      throw new IllegalArgumentException(
          "Two services of environment "
              + environment
              + " share a route path: "
              + services.stream().map(RolloutService::routePath).collect(Collectors.joining(", ")));
    }
  }

  /**
   * The service of a name.
   *
   * @throws IllegalArgumentException when there is none, with those there are
   */
  public RolloutService service(String name) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A health check of "
                        + environment
                        + " names the service \""
                        + name
                        + "\"; there are "
                        + services.stream()
                            .map(RolloutService::name)
                            .collect(Collectors.joining(", "))));
  }

  /** Helm release that installs one colour. */
  public String helmRelease(Colour colour) {
    return release + "-" + colour;
  }

  /** Name of a service's Deployment, Service and HPA in one colour. */
  public String objectName(RolloutService service, Colour colour) {
    return release + "-" + service.name() + "-" + colour;
  }

  /** Name of the stable entry that no colour owns. */
  public String entryName() {
    return release;
  }

  /** Name of the ConfigMap with the record and of the Lease. */
  public String stateName() {
    return release + "-rollout";
  }
}
