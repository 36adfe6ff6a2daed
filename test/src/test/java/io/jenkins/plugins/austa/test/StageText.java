package io.jenkins.plugins.austa.test;

import io.jenkins.plugins.austa.engine.report.StageReport;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A stage tree in one line, such as {@code Test(backend frontend) Report}. */
final class StageText {
  private StageText() {}

  static String names(List<StageReport> stages) {
    return line(stages, StageReport::name);
  }

  static String results(List<StageReport> stages) {
    return line(stages, StageReport::result);
  }

  private static String line(List<StageReport> stages, Function<StageReport, String> word) {
    return stages.stream()
        .map(stage -> word.apply(stage) + inside(stage, word))
        .collect(Collectors.joining(" "));
  }

  private static String inside(StageReport stage, Function<StageReport, String> word) {
    return stage.children().isEmpty() ? "" : "(" + line(stage.children(), word) + ")";
  }
}
