package io.jenkins.plugins.austa.engine.gate.sarif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.austa.engine.gate.Finding;
import io.jenkins.plugins.austa.engine.gate.FindingState;
import io.jenkins.plugins.austa.engine.gate.GatedFinding;
import io.jenkins.plugins.austa.engine.gate.MergedFinding;
import io.jenkins.plugins.austa.engine.gate.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one SARIF 2.1.0 file. */
final class SarifWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;
  private final SarifPlaces places;
  private final String category;

  private SarifWriter(JsonGenerator json, SarifOptions options, SarifLimits limits) {
    this.json = json;
    category = options.category();
    places = new SarifPlaces(json, options.folders(), limits.locationsPerResult());
  }

  static void write(List<SarifRun> runs, SarifOptions options, SarifLimits limits, OutputStream out)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      new SarifWriter(json, options, limits).write(runs);
    }
  }

  private void write(List<SarifRun> runs) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    for (SarifRun run : runs) {
      write(run);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(SarifRun run) throws IOException {
    Map<String, SarifRun.Rule> rules = run.rules();
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", run.tool());
    json.writeArrayFieldStart("rules");
    for (Map.Entry<String, SarifRun.Rule> rule : rules.entrySet()) {
      write(rule.getKey(), rule.getValue().worst());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("automationDetails");
    // GitHub replaces what was uploaded under the same id: never one tool's results by another's.
    json.writeStringField("id", category + "/" + run.tool() + "/");
    json.writeEndObject();
    sayWhatIsLeftOut(run);
    json.writeArrayFieldStart("results");
    for (GatedFinding finding : run.findings()) {
      write(finding, rules.get(finding.finding().id()).index());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void sayWhatIsLeftOut(SarifRun run) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    if (run.leftOut() > 0) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      json.writeStartObject();
      json.writeStringField("level", "warning");
      text(
          "message",
          "The "
              + run.leftOut()
              + " least severe findings were left out: no more than "
              + run.findings().size()
              + " fit.");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void write(String id, GatedFinding worst) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    text("shortDescription", worst.finding().title());
    if (id.startsWith("CVE-")) {
      json.writeStringField("helpUri", "https://nvd.nist.gov/vuln/detail/" + plain(id));
    } else if (id.startsWith("GHSA-")) {
      json.writeStringField("helpUri", "https://github.com/advisories/" + plain(id));
    }
    json.writeObjectFieldStart("properties");
    String score = SarifLevel.score(worst.severity(), worst.finding().cvss());
    if (score != null) {
      json.writeStringField("security-severity", score);
    }
    texts("tags", List.of("security"));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(GatedFinding gated, int ruleIndex) throws IOException {
    MergedFinding finding = gated.finding();
    json.writeStartObject();
    json.writeStringField("ruleId", finding.id());
    json.writeNumberField("ruleIndex", ruleIndex);
    json.writeStringField("level", SarifLevel.of(gated.severity()));
    text("message", message(finding, gated.severity()));
    places.write(finding);
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("austaFingerprint/v1", finding.fingerprint());
    json.writeEndObject();
    if (gated.state() == FindingState.SUPPRESSED) {
      json.writeArrayFieldStart("suppressions");
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("justification", "accepted by the suppressions in austa.yaml");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("severity", lower(gated.severity()));
    json.writeStringField("state", lower(gated.state()));
    json.writeStringField("service", finding.service());
    json.writeStringField("component", finding.component());
    texts("foundBy", finding.scanners());
    texts("platforms", finding.platforms());
    texts("aliases", finding.sources().stream().map(Finding::id).distinct().toList());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String message(MergedFinding finding, Severity severity) {
    StringBuilder text = new StringBuilder(finding.title());
    text.append(" (").append(lower(severity)).append(", ").append(finding.component());
    if (finding.installedVersion() != null) {
      text.append(' ').append(finding.installedVersion());
    }
    text.append(" of ").append(finding.service()).append("). ");
    return text.append(
            finding.fixedVersion() == null
                ? "No fix is known."
                : "Fixed in: " + finding.fixedVersion() + ".")
        .toString();
  }

  private void text(String name, String value) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", value);
    json.writeEndObject();
  }

  private void texts(String name, Iterable<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String plain(String id) {
    return id.replaceAll("[^A-Za-z0-9-]", "");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
