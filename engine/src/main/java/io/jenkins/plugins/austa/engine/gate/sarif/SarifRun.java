package io.jenkins.plugins.austa.engine.gate.sarif;

import io.jenkins.plugins.austa.engine.gate.GatedFinding;
import io.jenkins.plugins.austa.engine.gate.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of one tool.
 *
 * @param tool who found them first
 * @param findings worst first
 * @param leftOut how many of this tool's findings are not among them
 */
record SarifRun(String tool, List<GatedFinding> findings, int leftOut) {
  /** What is said of a rule once, for all its results. */
  record Rule(int index, GatedFinding worst) {}

  /** One run for each tool, in the order of their worst findings. */
  static List<SarifRun> of(List<GatedFinding> worstFirst, int mostResults) {
    Map<String, List<GatedFinding>> byTool = new LinkedHashMap<>();
    for (GatedFinding finding : worstFirst) {
      String tool = finding.finding().sources().get(0).scanner();
      byTool.computeIfAbsent(tool, name -> new ArrayList<>()).add(finding);
    }
    List<SarifRun> runs = new ArrayList<>();
    byTool.forEach(
        (tool, all) -> {
          int kept = Math.min(mostResults, all.size());
          runs.add(new SarifRun(tool, List.copyOf(all.subList(0, kept)), all.size() - kept));
        });
    return runs;
  }

  /** The rules by id. Findings come worst first, so that the first of a rule is its worst. */
  Map<String, Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (GatedFinding finding : findings) {
      String id = finding.finding().id();
      Rule known = rules.get(id);
      if (known == null) {
        rules.put(id, new Rule(rules.size(), finding));
      } else if (rank(finding) > rank(known.worst())) {
        rules.put(id, new Rule(known.index(), finding));
      }
    }
    return rules;
  }

  private static int rank(GatedFinding finding) {
    Severity severity = finding.severity();
    return severity == Severity.UNKNOWN ? -1 : severity.ordinal();
  }
}
