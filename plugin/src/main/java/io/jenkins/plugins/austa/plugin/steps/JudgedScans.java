package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.gate.Baseline;
import io.jenkins.plugins.austa.engine.gate.GateVerdict;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifOutput;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What comes back from the agent.
 *
 * @param verdict the decision, with the worst of the findings
 * @param baseline what the next run may compare with
 * @param sarif the files that were written, relative to the workspace
 */
record JudgedScans(GateVerdict verdict, Baseline baseline, SarifOutput sarif)
    implements Serializable {

  static final String JSON = PlannedFiles.REPORT + "/gate.json";

  /** All that was written, relative to the workspace. */
  List<String> files() {
    return Stream.concat(Stream.of(JSON), sarif.files().stream()).toList();
  }
}
