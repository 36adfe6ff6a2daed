package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Decides from facts whether Deployments are available. Pure. */
final class AvailabilityRule {

  private AvailabilityRule() {}

  /**
   * The first failed Deployment decides, then the first pending one; only all of them together
   * pass.
   */
  static SignalVerdict decide(
      List<DeploymentFacts> facts, List<ExpectedWorkload> expected, int maxRestarts) {
    SignalVerdict pending = null;
    for (int i = 0; i < facts.size(); i++) {
      SignalVerdict verdict = one(facts.get(i), expected.get(i).replicas(), maxRestarts);
      if (verdict instanceof SignalVerdict.Failed) {
        return verdict;
      }
      if (pending == null && verdict instanceof SignalVerdict.Pending) {
        pending = verdict;
      }
    }
    return pending != null ? pending : passed(facts);
  }

  private static SignalVerdict one(DeploymentFacts facts, int expected, int maxRestarts) {
    int wanted = Math.max(1, expected > 0 ? expected : facts.specReplicas());
    if (!facts.exists()) {
      return pending(facts, wanted, "does not exist");
    }
    if (facts.deadlineExceeded().isPresent()) {
      return failed(facts, wanted, "gave up: " + facts.deadlineExceeded().get());
    }
    if (facts.restarts() > maxRestarts) {
      return failed(
          facts,
          wanted,
          "restarted " + facts.restarts() + " times, more than the limit of " + maxRestarts);
    }
    if (facts.observedGeneration() < facts.generation()) {
      return pending(facts, wanted, "has a change that its controller has not seen yet");
    }
    if (facts.specReplicas() < wanted) {
      return pending(facts, wanted, "asks for " + facts.specReplicas() + " pods only");
    }
    if (facts.updatedReplicas() < wanted || facts.availableReplicas() < wanted) {
      return pending(facts, wanted, "is still coming up");
    }
    // Pods of the revision before would answer beside those of the candidate.
    if (facts.replicas() > facts.updatedReplicas()) {
      return pending(facts, wanted, "still runs pods of an earlier revision");
    }
    return passed(List.of(facts));
  }

  private static SignalVerdict passed(List<DeploymentFacts> facts) {
    String observed =
        facts.stream()
            .map(one -> one.name() + " " + one.availableReplicas())
            .collect(Collectors.joining(", "));
    return new SignalVerdict.Passed(
        new Measurement(Availability.NAME, Duration.ZERO, "all pods available", observed),
        Availability.NAME + ": all pods are available (" + observed + ")");
  }

  private static SignalVerdict pending(DeploymentFacts facts, int wanted, String what) {
    return new SignalVerdict.Pending(measured(facts, wanted), text(facts, wanted, what));
  }

  private static SignalVerdict failed(DeploymentFacts facts, int wanted, String what) {
    return new SignalVerdict.Failed(measured(facts, wanted), text(facts, wanted, what));
  }

  private static Measurement measured(DeploymentFacts facts, int wanted) {
    return new Measurement(
        Availability.NAME,
        Duration.ZERO,
        wanted + " pods available",
        facts.availableReplicas() + " pods available");
  }

  private static String text(DeploymentFacts facts, int wanted, String what) {
    String troubles =
        facts.podTroubles().isEmpty() ? "" : "; " + String.join(", ", facts.podTroubles());
    return "%s: Deployment %s %s (%d of %d pods available%s)"
        .formatted(
            Availability.NAME, facts.name(), what, facts.availableReplicas(), wanted, troubles);
  }
}
