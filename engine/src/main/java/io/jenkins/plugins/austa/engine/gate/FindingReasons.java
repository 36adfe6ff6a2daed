package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.gate.GateVerdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says of the findings that decide what they are and what to do. */
final class FindingReasons {
  private static final int MOST = 20;

  private FindingReasons() {}

  /**
   * @param worstFirst the worst of those that decide
   * @param count how many decide
   */
  static List<Reason> of(List<MergedFinding> worstFirst, int count) {
    List<Reason> reasons = new ArrayList<>();
    for (MergedFinding finding : worstFirst.subList(0, Math.min(MOST, worstFirst.size()))) {
      reasons.add(new Reason(describe(finding), whatToDo(finding)));
    }
    if (count > reasons.size()) {
      reasons.add(
          new Reason((count - reasons.size()) + " more findings decide", "See the table for them"));
    }
    return reasons;
  }

  private static String describe(MergedFinding finding) {
    String where = finding.platforms().isEmpty() ? "" : " " + finding.platforms();
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.id()
        + " in "
        + finding.component()
        + " of "
        + finding.service()
        + where
        + " by "
        + String.join(", ", finding.scanners());
  }

  private static String whatToDo(MergedFinding finding) {
    String suppress = "suppress it with a reason, an owner and a day";
    String fix =
        finding.fixedVersion() == null
            ? "fix it"
            : "fix it (" + ReportTokens.bounded(finding.fixedVersion()) + ")";
    return finding.severity() == Severity.UNKNOWN
        ? "Nobody has rated it yet: assess it, then " + fix + " or " + suppress
        : "Please " + fix + ", or " + suppress;
  }
}
