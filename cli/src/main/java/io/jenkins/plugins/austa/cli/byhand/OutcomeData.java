package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How a rollout ended, for programs. */
final class OutcomeData {

  private OutcomeData() {}

  static Map<String, Object> of(HandEnvironment environment, RolloutOutcome outcome) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("environment", environment.deployment().environment());
    data.put("phase", outcome.phase().toString());
    outcome
        .record()
        .activeRevision()
        .ifPresent(
            active -> {
              data.put("revision", active.number());
              data.put("version", active.version());
              data.put("colour", active.colour().toString());
              data.put("images", new TreeMap<>(active.images()));
            });
    outcome
        .revertedBecause()
        .ifPresent(
            why -> {
              Map<String, Object> because = new LinkedHashMap<>();
              because.put("signal", why.signal());
              because.put("reason", why.reason());
              data.put("revertedBecause", because);
            });
    return data;
  }
}
