package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Reads the elements of {@code results} of one SARIF run. */
final class SarifResult {
  /**
   * Every name that the schema allows in a result. It allows no other, so another one is a mistake
   * that could hide how bad the result is.
   */
  private static final Set<String> ALLOWED =
      Set.of(
          "ruleId",
          "ruleIndex",
          "rule",
          "kind",
          "level",
          "message",
          "analysisTarget",
          "locations",
          "guid",
          "correlationGuid",
          "occurrenceCount",
          "partialFingerprints",
          "fingerprints",
          "stacks",
          "codeFlows",
          "graphs",
          "graphTraversals",
          "relatedLocations",
          "suppressions",
          "baselineState",
          "rank",
          "attachments",
          "hostedViewerUri",
          "workItemUris",
          "provenance",
          "fixes",
          "taxa",
          "webRequest",
          "webResponse",
          "properties");

  /** Results of these kinds say that something is in order. */
  private static final Set<String> IN_ORDER = Set.of("pass", "notApplicable", "informational");

  private static final int NO_RULE = -1;

  private final ReportTokens tokens;
  private final SarifRules rules;
  private final FindingDraft draft;
  private final SarifLocation location;
  private String ruleId;
  private int ruleIndex;
  private String level;
  private String kind;
  private String message;
  private String lineHash;
  private double score;
  private boolean gone;
  private boolean isSuppressed;
  private int suppressed;

  SarifResult(ReportTokens tokens, ExpectedScan scan, SarifRules rules) {
    this.tokens = tokens;
    this.rules = rules;
    draft = new FindingDraft(scan);
    draft.scanner = rules.tool().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    location = new SarifLocation(tokens);
  }

  void read(ReportSummary summary) throws IOException, BrokenReportException {
    begin();
    tokens.object(this::field);
    SarifRules.Rule rule = rules.rule(ruleIndex, ruleId);
    draft.id = ruleId == null ? rules.idOf(rule) : ruleId;
    if (draft.id == null) {
      throw tokens.broken("a result names no rule", ReportTokens.SCAN_AGAIN);
    }
    if (isSuppressed) {
      suppressed++;
      return;
    }
    if (gone || kind != null && IN_ORDER.contains(kind)) {
      return;
    }
    rate(rule);
    draft.path = location.path();
    draft.line = location.line();
    draft.component = draft.path == null ? rules.tool() : new Location(draft.path, 0).path();
    draft.title.set(message == null ? rule.title : message);
    draft.codeText = text();
    summary.finding(draft);
  }

  void noteSuppressed(ReportSummary summary) {
    if (suppressed > 0) {
      summary.note(
          suppressed
              + " findings are suppressed in the log of "
              + ReportTokens.bounded(rules.tool())
              + "; move them to the policy's suppressions");
    }
  }

  private void begin() {
    draft.clear();
    location.clear();
    ruleId = null;
    ruleIndex = NO_RULE;
    level = null;
    kind = null;
    message = null;
    lineHash = null;
    score = Double.NaN;
    gone = false;
    isSuppressed = false;
  }

  private void rate(SarifRules.Rule rule) throws BrokenReportException {
    draft.cvss = Double.isNaN(score) ? rule.score : score;
    draft.severity = SarifSeverity.of(draft.cvss, level == null ? rule.level : level);
    if (draft.severity == null) {
      throw tokens.broken("a level is not one of SARIF's", ReportTokens.SCAN_AGAIN);
    }
  }

  /** Best what the tool itself calls stable, then the code, then the message. */
  private String text() {
    if (lineHash != null) {
      return lineHash;
    }
    return location.snippet() != null ? location.snippet() : String.valueOf(message);
  }

  private void field(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "ruleId" -> ruleId = tokens.text();
      case "ruleIndex" -> ruleIndex = tokens.number();
      case "rule" -> tokens.object(this::rule);
      case "level" -> level = tokens.text();
      case "kind" -> kind = tokens.text();
      case "message" -> tokens.object(this::message);
      case "locations" -> tokens.array(location::read);
      case "partialFingerprints" -> tokens.object(this::fingerprint);
      case "suppressions" -> tokens.array(() -> tokens.object(new Suppressed()::field));
      case "baselineState" -> gone = "absent".equals(tokens.text());
      case "properties" -> tokens.object(this::property);
      default -> refuseUnknown(name);
    }
  }

  /** A suppression holds unless it says that it is under review or was rejected (SARIF 3.35.3). */
  private final class Suppressed {
    private Suppressed() {
      isSuppressed = true;
    }

    private void field(String name) throws IOException, BrokenReportException {
      if (name.equals("status") && !"accepted".equals(tokens.text())) {
        isSuppressed = false;
      }
    }
  }

  private void refuseUnknown(String name) throws BrokenReportException {
    if (!ALLOWED.contains(name)) {
      throw tokens.broken(
          "SARIF allows no such field in a result", "Let the tool write valid SARIF 2.1.0");
    }
  }

  private void rule(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "id" -> ruleId = ruleId == null ? tokens.text() : ruleId;
      case "index" -> ruleIndex = ruleIndex == NO_RULE ? tokens.number() : ruleIndex;
      // The index is into the rules of an extension then; these are found by their id.
      case "toolComponent" -> ruleIndex = Integer.MIN_VALUE;
      default -> {}
    }
  }

  private void message(String name) throws IOException, BrokenReportException {
    if (name.equals("text")) {
      message = tokens.text();
    }
  }

  private void fingerprint(String name) throws IOException, BrokenReportException {
    if (name.startsWith("primaryLocationLineHash")) {
      lineHash = tokens.text();
    }
  }

  private void property(String name) throws IOException, BrokenReportException {
    if (name.equals(SarifSeverity.SCORE)) {
      score = SarifSeverity.score(tokens);
    }
  }
}
