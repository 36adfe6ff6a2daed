package io.jenkins.plugins.austa.engine.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats the gate knows by their content, including those it knows only to refuse well. */
enum ReportFormat {
  TRIVY("trivy", "a Trivy JSON report", new TrivyReader(), ""),
  NPM_AUDIT("npm-audit", "an npm audit report, version 2", new NpmAuditReader(), ""),
  BANDIT("bandit", "a Bandit JSON report", new BanditReader(), ""),
  PIP_AUDIT("pip-audit", "a pip-audit JSON report", new PipAuditReader(), ""),
  SAFETY("safety", "a Safety JSON report (safety check)", new SafetyReader(), ""),
  SAFETY_SCAN("safety-scan", "a Safety JSON report (safety scan)", new SafetyScanReader(), ""),
  SARIF("sarif", "a SARIF log", new SarifReader(), ""),
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
  CYCLONEDX(
      null,
      "a CycloneDX bill of materials, which lists components and not findings",
      null,
      "Give the scanner's own JSON report"),
  OTHER(
      null,
      "a document of a format that is not known",
      null,
      "Supported are the JSON reports of Trivy (schema 2), npm audit (version 2), Bandit,"
          + " pip-audit and Safety, and SARIF 2.1.0");

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
          Map.entry("dependencies", PIP_AUDIT),
          Map.entry("report_meta", SAFETY),
          Map.entry("scan_results", SAFETY_SCAN));

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
    return Arrays.stream(values()).filter(format -> scanner.equals(format.scanner)).findFirst();
  }

  /** The names of all scanners that can be planned. */
  static String scanners() {
    return Arrays.stream(values())
        .map(format -> format.scanner)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
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
