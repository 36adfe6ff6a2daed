package io.jenkins.plugins.austa.engine.rollout.history;

import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.OnInconclusive;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where all histories happen, and how everything is called there. */
final class Site {

  static final Duration LEASE = Duration.ofSeconds(60);
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

  static final RolloutTarget TARGET =
      new RolloutTarget(
          "production",
          "cockpit",
          "austa-production",
          "austa-cockpit",
          List.of(
              new RolloutService("frontend", 80, "/", "/healthz"),
              new RolloutService("backend", 80, "/api", "/healthz")),
          URI.create("http://cockpit.example"),
          null);

  private static final Map<String, String> GROUPS =
      Map.of(
          "configmaps", "/api/v1",
          "services", "/api/v1",
          "deployments", "/apis/apps/v1",
          "ingresses", "/apis/networking.k8s.io/v1",
          "httproutes", "/apis/gateway.networking.k8s.io/v1");

  private Site() {}

  static RolloutSettings settings(boolean holds) {
    return RolloutSettings.builder()
        .availableTimeout(Duration.ofSeconds(6))
        .convergenceTimeout(Duration.ofSeconds(4))
        .convergenceRounds(1)
        .verifyWindow(Duration.ofSeconds(6))
        .verifyInterval(Duration.ofSeconds(3))
        .pollInterval(Duration.ofSeconds(2))
        .drain(Duration.ofSeconds(5))
        .leaseDuration(LEASE)
        .historyLimit(3)
        .requestTimeout(REQUEST_TIMEOUT)
        .onInconclusive(holds ? OnInconclusive.HOLD : OnInconclusive.REVERT)
        .build();
  }

  static ApiPath object(String plural, String name) {
    String collection = GROUPS.get(plural) + "/namespaces/" + TARGET.namespace() + "/" + plural;
    return new ApiPath(collection, plural, name);
  }

  static ApiPath record() {
    return object("configmaps", TARGET.stateName());
  }

  static ApiPath deployment(RolloutService service, Colour colour) {
    return object("deployments", TARGET.objectName(service, colour));
  }

  static Colour colourOf(String object) {
    return object.endsWith("-" + Colour.BLUE) ? Colour.BLUE : Colour.GREEN;
  }
}
