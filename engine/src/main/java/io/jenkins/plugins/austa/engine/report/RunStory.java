package io.jenkins.plugins.austa.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened, told to people: one sentence and the facts under it. The page, the console and
 * notifications say the same because they all ask here.
 *
 * @param tone how to take it
 * @param headline one sentence
 * @param facts in the order in which to read them; empty when there is nothing to add
 */
public record RunStory(Tone tone, String headline, List<Fact> facts) {
  /** How to take a story. */
  public enum Tone {
    GOOD,
    CAUTION,
    BAD,
    NEUTRAL
  }

  /** One thing to know: what it is, and what holds. */
  public record Fact(String label, String value) {}

  public RunStory {
    facts = List.copyOf(facts);
  }

  /** The story of a run, finished or not. */
  public static RunStory of(RunReport run) {
    return new RunStory(tone(run), headline(run), facts(run));
  }

  private static Tone tone(RunReport run) {
    if (run.result() == null) {
      return Tone.NEUTRAL;
    }
    return switch (run.result()) {
      case "SUCCESS" -> Tone.GOOD;
      case "UNSTABLE" -> Tone.CAUTION;
      case "FAILURE" -> Tone.BAD;
      default -> Tone.NEUTRAL;
    };
  }

  private static String headline(RunReport run) {
    if (run.reverted()) {
      // True whether traffic had moved already or green never got that far.
      return "The rollout was reverted: " + isServed(run.rollout());
    }
    if (run.result() == null) {
      return lastRunning(run.stages()).map(name -> "Running: " + name).orElse("Running");
    }
    return switch (run.result()) {
      case "SUCCESS" -> ended(run, "All stages passed");
      case "UNSTABLE" -> ended(run, "Finished with warnings");
      case "ABORTED" -> stopped(run, "Aborted");
      case "NOT_BUILT" -> "Nothing was run";
      default -> stopped(run, "Stopped");
    };
  }

  private static String ended(RunReport run, String otherwise) {
    return run.rollout() == null ? otherwise : capital(isServed(run.rollout()));
  }

  private static String stopped(RunReport run, String how) {
    String where = FailedStage.in(run.stages()).map(path -> how + " in " + path).orElse(how);
    return run.rollout() == null
        ? where + "; no rollout was begun"
        : where + "; " + isServed(run.rollout());
  }

  private static List<Fact> facts(RunReport run) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Kind of failure", run.failureKind() == null ? null : run.failureKind().words());
    if (run.reverted()) {
      add(facts, "Signal that decided", run.rollout().revertedSignal());
      add(facts, "Why", run.rollout().revertedBecause());
      add(facts, "Decided at", at(run.rollout()));
    } else {
      add(facts, "Why", run.failure());
    }
    if (run.rollout() != null) {
      add(facts, "Serves now", serving(run.rollout()));
      add(facts, "Rollout phase", run.rollout().phase());
    }
    if (run.traffic() != null) {
      add(facts, "Traffic", traffic(run.traffic()));
    }
    return facts;
  }

  private static void add(List<Fact> facts, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  private static String at(RolloutReport rollout) {
    return rollout.revertedAt() == null ? null : HumanTime.dateTime(rollout.revertedAt());
  }

  private static String isServed(RolloutReport rollout) {
    String where = rollout.environment() == null ? "the environment" : rollout.environment();
    return where + " is served by " + serving(rollout);
  }

  private static String serving(RolloutReport rollout) {
    String colour = rollout.active() == null ? "an unknown colour" : rollout.active();
    return rollout.revision() > 0 ? colour + ", revision " + rollout.revision() : colour;
  }

  private static String traffic(TrafficReport traffic) {
    String failed = traffic.failed() == 0 ? "none" : HumanTime.count(traffic.failed());
    return HumanTime.count(traffic.sent(), "request") + " sent, " + failed + " failed";
  }

  private static Optional<String> lastRunning(List<StageReport> stages) {
    return stages.stream()
        .filter(stage -> stage.result() == null)
        .reduce((earlier, later) -> later)
        .map(StageReport::name);
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
