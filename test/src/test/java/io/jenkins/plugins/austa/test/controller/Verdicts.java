package io.jenkins.plugins.austa.test.controller;

import io.jenkins.plugins.austa.engine.report.GateReport;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.StageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run was found to be, in lines that are equal wherever the same was found. */
final class Verdicts {

  private Verdicts() {}

  static List<String> of(RunReport run) {
    List<String> lines = new ArrayList<>();
    lines.add("result " + run.result());
    lines.add("failure " + measured(run.failure()));
    lines.add("stages " + tree(run.stages()));
    run.checks().stream()
        .map(check -> "check " + check.service() + " " + check.name() + " " + check.result())
        .sorted()
        .forEach(lines::add);
    lines.add("gate " + gate(run.gate()));
    lines.add("images " + run.images().size());
    run.migrations()
        .forEach(
            one ->
                lines.add(
                    "migration " + one.environment() + " " + one.name() + " " + one.result()));
    run.approvals()
        .forEach(one -> lines.add("approval " + one.environment() + " " + one.decision()));
    lines.add("rollout " + rollout(run));
    return lines;
  }

  /** Stages run one after the other; what branches of a parallel step are named is their order. */
  private static String tree(List<StageReport> stages) {
    return stages.stream().map(Verdicts::stage).sorted().collect(Collectors.joining(" "));
  }

  /** While a controller's report is written, the stage that writes it has no result yet. */
  private static String stage(StageReport stage) {
    String result = stage.name().equals("Report") ? "" : "=" + stage.result();
    String inside = stage.children().isEmpty() ? "" : "(" + tree(stage.children()) + ")";
    return stage.name() + result + inside;
  }

  /** The first line of a text; empty when there is none. */
  static String oneLine(String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }

  private static String gate(GateReport gate) {
    return gate == null ? "not reached" : gate.verdict() + " " + gate.counts();
  }

  /** The host also tells what served before a run that began no rollout; Jenkins cannot know. */
  private static String rollout(RunReport run) {
    RolloutReport rollout = run.rollout();
    if (rollout == null || "not begun".equals(rollout.phase())) {
      return "not begun";
    }
    return String.join(
        " ",
        rollout.environment(),
        rollout.phase(),
        rollout.active(),
        String.valueOf(rollout.revision()),
        String.valueOf(rollout.revertedSignal()),
        measured(rollout.revertedBecause()));
  }

  /** Numbers that are measured differ from run to run; folders differ from place to place. */
  private static String measured(String text) {
    return text == null
        ? "none"
        : oneLine(text).replaceAll("\\d+(\\.\\d+)? %", "N %").replaceAll("/\\S+/", "/");
  }
}
