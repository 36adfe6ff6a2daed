package io.jenkins.plugins.austa.engine.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes a result for machines. The same file is a baseline: it has the fingerprints of everything
 * that reaches the threshold and is not suppressed.
 */
public final class GateResultJson {
  static final String FORMAT = "austaGate";
  static final int VERSION = 1;
  static final String FINGERPRINTS = "fingerprints";

  private final JsonGenerator json;

  private GateResultJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a result.
   *
   * @param out is not closed
   */
  public static void write(GateResult result, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      new GateResultJson(json).write(result);
    }
    out.write('\n');
  }

  /** Writes what a baseline needs and nothing else. */
  public static String of(Baseline baseline) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField(FORMAT, VERSION);
      json.writeArrayFieldStart(FINGERPRINTS);
      for (String fingerprint : new TreeSet<>(baseline.fingerprints())) {
        json.writeString(fingerprint);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void write(GateResult result) throws IOException {
    GateVerdict verdict = result.verdict();
    json.writeStartObject();
    json.writeNumberField(FORMAT, VERSION);
    json.writeStringField("outcome", lower(verdict.outcome()));
    json.writeArrayFieldStart("reasons");
    for (GateVerdict.Reason reason : verdict.reasons()) {
      json.writeStartObject();
      json.writeStringField("what", reason.what());
      json.writeStringField("whatToDo", reason.whatToDo());
      json.writeEndObject();
    }
    json.writeEndArray();
    counts("counts", verdict.counts());
    counts("states", verdict.states());
    scans(verdict);
    json.writeNumberField("total", result.total());
    json.writeNumberField("leftOut", result.total() - result.findings().size());
    json.writeArrayFieldStart("findings");
    for (GatedFinding finding : result.findings()) {
      finding(finding);
    }
    json.writeEndArray();
    fingerprints(result);
    json.writeEndObject();
  }

  private void counts(String name, Map<? extends Enum<?>, Integer> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<? extends Enum<?>, Integer> count : counts.entrySet()) {
      json.writeNumberField(lower(count.getKey()), count.getValue());
    }
    json.writeEndObject();
  }

  private void scans(GateVerdict verdict) throws IOException {
    json.writeArrayFieldStart("scans");
    for (ScanReport scan : verdict.scans()) {
      json.writeStartObject();
      json.writeStringField("scanner", scan.scanner());
      json.writeStringField("service", scan.service());
      text("platform", scan.platform());
      json.writeNumberField("targets", scan.targetCount());
      json.writeNumberField("findings", scan.findingCount());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void finding(GatedFinding gated) throws IOException {
    MergedFinding finding = gated.finding();
    json.writeStartObject();
    json.writeStringField("id", finding.id());
    json.writeStringField("severity", lower(finding.severity()));
    json.writeStringField("state", lower(gated.state()));
    json.writeStringField("service", finding.service());
    json.writeStringField("component", finding.component());
    text("installed", finding.installedVersion());
    text("fixed", finding.fixedVersion());
    text("location", finding.location() == null ? null : finding.location().toString());
    if (finding.cvss() != null) {
      json.writeNumberField("cvss", finding.cvss());
    }
    json.writeStringField("title", finding.title());
    json.writeStringField("fingerprint", finding.fingerprint());
    texts("scanners", finding.scanners());
    texts("platforms", finding.platforms());
    json.writeEndObject();
  }

  private void fingerprints(GateResult result) throws IOException {
    json.writeArrayFieldStart(FINGERPRINTS);
    for (String fingerprint : new TreeSet<>(Baseline.of(result).fingerprints())) {
      json.writeString(fingerprint);
    }
    json.writeEndArray();
  }

  private void texts(String name, Iterable<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void text(String name, String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
