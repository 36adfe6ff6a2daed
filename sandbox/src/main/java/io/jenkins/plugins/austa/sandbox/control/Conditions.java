package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes conditions so that their transition time tells when their status last changed. */
final class Conditions {
  private final List<Condition> before;
  private final Long generation;

  /**
   * @param before the conditions as they are
   * @param generation generation of the object that is judged
   */
  Conditions(List<Condition> before, Long generation) {
    this.before = before;
    this.generation = generation;
  }

  Condition condition(String type, boolean holds, String reason, String message) {
    String status = holds ? "True" : "False";
    String since =
        before.stream()
            .filter(c -> c.getType().equals(type) && c.getStatus().equals(status))
            .map(Condition::getLastTransitionTime)
            .findFirst()
            .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return new ConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withObservedGeneration(generation)
        .withLastTransitionTime(since)
        .build();
  }
}
