package io.jenkins.plugins.austa.engine.report;

import java.util.List;
import java.util.Optional;

/** Finds the stage where a run went wrong. */
final class FailedStage {
  private FailedStage() {}

  /**
   * The path of names, outermost first, down to the first stage that failed or was aborted; empty
   * when none did. A failure goes before an abort, because {@code failFast} aborts the siblings of
   * what failed.
   */
  static Optional<String> in(List<StageReport> stages) {
    return first(stages, "FAILURE").or(() -> first(stages, "ABORTED")).map(FailedStage::path);
  }

  private static Optional<StageReport> first(List<StageReport> stages, String result) {
    return stages.stream().filter(stage -> result.equals(stage.result())).findFirst();
  }

  private static String path(StageReport stage) {
    Optional<String> deeper = in(stage.children());
    return deeper.map(rest -> stage.name() + " › " + rest).orElse(stage.name());
  }
}
