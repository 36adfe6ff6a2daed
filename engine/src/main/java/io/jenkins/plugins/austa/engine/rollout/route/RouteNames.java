package io.jenkins.plugins.austa.engine.rollout.route;

import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.Map;
import java.util.Optional;

/** How Services and the pods behind them are called, as the chart calls them. Pure. */
final class RouteNames {

  private static final String NAME = "app.kubernetes.io/name";
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private final RolloutTarget target;

  RouteNames(RolloutTarget target) {
    this.target = target;
  }

  /** The colour whose Service is called {@code backend}. */
  Optional<Colour> colourOf(RolloutService service, String backend) {
    for (Colour colour : Colour.values()) {
      if (target.objectName(service, colour).equals(backend)) {
        return Optional.of(colour);
      }
    }
    return Optional.empty();
  }

  /** The labels by which a Service finds the pods of one colour. */
  Map<String, String> selector(RolloutService service, Colour colour) {
    return Map.of(NAME, service.name(), INSTANCE, target.helmRelease(colour));
  }

  /** The colour whose pods a selector finds. */
  Optional<Colour> colourOf(RolloutService service, Map<String, String> selector) {
    for (Colour colour : Colour.values()) {
      if (selector(service, colour).equals(selector)) {
        return Optional.of(colour);
      }
    }
    return Optional.empty();
  }

  /** The service that users reach under a path. */
  Optional<RolloutService> serviceAt(String path) {
    return target.services().stream()
        .filter(service -> service.routePath().equals(path))
        .findFirst();
  }
}
