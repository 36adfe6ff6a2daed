package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.gate.GateVerdict.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with suppressions, and who has to do what about it. */
final class SuppressionReasons {
  private SuppressionReasons() {}

  static List<Reason> of(GatePolicy policy, LocalDate today, List<Suppression> unused) {
    List<Reason> reasons = new ArrayList<>();
    for (Suppression one : policy.suppressions()) {
      String name = "the suppression of " + one.covers() + " by " + one.owner();
      if (one.expired(today)) {
        reasons.add(
            new Reason(
                name + " expired on " + one.until(),
                unused.contains(one)
                    ? "Nothing matches it any more: delete it"
                    : "Fix the finding, or let " + one.owner() + " renew it with a new day"));
      } else if (one.tooFarAhead(today, policy.longestSuppressionDays())) {
        reasons.add(
            new Reason(
                name + " holds until " + one.until() + ", which is too far ahead",
                "Choose a day at most " + policy.longestSuppressionDays() + " days from now"));
      }
    }
    return reasons;
  }
}
