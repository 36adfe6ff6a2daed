package io.jenkins.plugins.austa.engine.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The formats the gate knows by their content, including those it knows only to refuse well. */
enum ReportFormat {
  TRIVY("trivy", "a Trivy JSON report", new TrivyReader(), ""),
  NPM_AUDIT("npm-audit", "an npm audit report, version 2", new NpmAuditReader(), ""),
  BANDIT("bandit", "a Bandit JSON report", new BanditReader(), ""),
  NPM_AUDIT_V1(
      null,
      "an npm audit report of the old version 1 (npm 6), which leaves out what transitive"
          + " dependencies bring",
      null,
      "Run npm audit --json with npm 7 or newer"),
  NPM_ERROR(
      null,
      "npm's description of an error: the audit did not run",
      null,
      "Read the error in the file, check the registry's audit endpoint and the lock file, then scan"
          + " again"),
  SARIF(null, "a SARIF log", null, "Give the scanner's own JSON report"),
  CYCLONEDX(
      null,
      "a CycloneDX bill of materials, which lists components and not findings",
      null,
      "Give the scanner's own JSON report"),
  SAFETY(null, "a Safety report", null, "Scan Python dependencies with Trivy"),
  OTHER(
      null,
      "a document of a format that is not known",
      null,
      "Supported are Trivy JSON (schema 2), npm audit --json (version 2) and Bandit JSON");

  private static final Map<String, ReportFormat> BY_FIELD =
      Map.ofEntries(
          Map.entry("SchemaVersion", TRIVY),
          Map.entry("auditReportVersion", NPM_AUDIT),
          Map.entry("generated_at", BANDIT),
          Map.entry("actions", NPM_AUDIT_V1),
          Map.entry("advisories", NPM_AUDIT_V1),
          Map.entry("error", NPM_ERROR),
          Map.entry("statusCode", NPM_ERROR),
          Map.entry("runs", SARIF),
          Map.entry("bomFormat", CYCLONEDX),
          Map.entry("report_meta", SAFETY));

  /** The scanner's name in a plan, or null when no scanner of that format is supported. */
  final String scanner;

  /** In words, for messages. */
  final String description;

  /** Null when the format is only known to be refused. */
  final ReportReader reader;

  /** What to do when it is refused. */
  final String instead;

  ReportFormat(String scanner, String description, ReportReader reader, String instead) {
    this.scanner = scanner;
    this.description = description;
    this.reader = reader;
    this.instead = instead;
  }

  /** The format that reports of the scanner of this name have. */
  static Optional<ReportFormat> ofScanner(String scanner) {
    for (ReportFormat format : values()) {
      if (scanner.equals(format.scanner)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * Tells the format by the first top-level field that only one format has. Reads no further than
   * needed to know.
   */
  static ReportFormat detect(JsonParser json) throws IOException {
    JsonToken start = json.nextToken();
    if (start != JsonToken.START_OBJECT) {
      return OTHER;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      ReportFormat format = BY_FIELD.get(name);
      if (format != null) {
        return format;
      }
      json.nextToken();
      json.skipChildren();
    }
    return OTHER;
  }
}
