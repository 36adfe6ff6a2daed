package io.jenkins.plugins.austa.bench.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a Trivy report of any size. Its findings have the fields of real ones and are about as
 * long; each is of another vulnerability, most are not severe, and the same number always gives the
 * same file.
 */
final class GeneratedTrivyReport {
  private static final int PACKAGES = 5_000;
  private static final int REFERENCES = 3;
  private static final String[] WORDS = {
    "a", "the", "buffer", "overflow", "in", "function", "allows", "remote", "attacker", "to",
    "cause", "denial", "of", "service", "via", "crafted", "input", "before", "version", "could",
    "be", "used", "execute", "arbitrary", "code", "when", "parsing", "untrusted", "data", "which",
    "\"quoted\"", "naïve", "memory", "corruption", "is", "possible", "under", "certain",
        "conditions"
  };

  private final Random random = new Random(20261123);
  private final JsonGenerator json;

  private GeneratedTrivyReport(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a report with this many findings. */
  static void write(Path file, int findings) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      new GeneratedTrivyReport(json).write(findings);
    }
  }

  private void write(int findings) throws IOException {
    json.writeStartObject();
    json.writeNumberField("SchemaVersion", 2);
    json.writeStringField("CreatedAt", "2026-11-23T08:00:00Z");
    json.writeStringField("ArtifactName", "backend");
    json.writeStringField("ArtifactType", "filesystem");
    json.writeArrayFieldStart("Results");
    json.writeStartObject();
    json.writeStringField("Target", "package-lock.json");
    json.writeStringField("Class", "lang-pkgs");
    json.writeStringField("Type", "npm");
    json.writeArrayFieldStart("Vulnerabilities");
    for (int i = 0; i < findings; i++) {
      vulnerability(i);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void vulnerability(int i) throws IOException {
    String name = "package-" + i % PACKAGES;
    String id = "CVE-" + (2010 + i % 16) + "-" + (10_000 + i / 16);
    json.writeStartObject();
    json.writeStringField("VulnerabilityID", id);
    json.writeStringField("PkgID", name + "@1." + i % 7 + ".0");
    json.writeStringField("PkgName", name);
    json.writeObjectFieldStart("PkgIdentifier");
    json.writeStringField("PURL", "pkg:npm/" + name + "@1." + i % 7 + ".0");
    json.writeStringField("UID", Long.toHexString(random.nextLong()));
    json.writeEndObject();
    json.writeStringField("InstalledVersion", "1." + i % 7 + ".0");
    if (random.nextInt(10) > 2) {
      json.writeStringField("FixedVersion", "1." + (i % 7 + 1) + ".0");
    }
    json.writeStringField("Status", "fixed");
    json.writeStringField("SeveritySource", "ghsa");
    json.writeStringField("PrimaryURL", "https://avd.aquasec.com/nvd/" + id.toLowerCase());
    json.writeObjectFieldStart("DataSource");
    json.writeStringField("ID", "ghsa");
    json.writeStringField("Name", "GitHub Security Advisory Npm");
    json.writeEndObject();
    json.writeStringField("Title", name + ": " + words(8));
    json.writeStringField("Description", words(45));
    json.writeStringField("Severity", severity());
    json.writeArrayFieldStart("CweIDs");
    json.writeString("CWE-" + random.nextInt(900));
    json.writeEndArray();
    scores();
    references(id);
    json.writeStringField("PublishedDate", "2023-0" + (1 + i % 9) + "-11T00:15:00Z");
    json.writeStringField("LastModifiedDate", "2024-05-01T00:15:00Z");
    json.writeEndObject();
  }

  private void scores() throws IOException {
    json.writeObjectFieldStart("CVSS");
    json.writeObjectFieldStart("nvd");
    json.writeStringField("V3Vector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N");
    json.writeNumberField("V3Score", random.nextInt(100) / 10.0);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void references(String id) throws IOException {
    json.writeArrayFieldStart("References");
    json.writeString("https://nvd.nist.gov/vuln/detail/" + id);
    for (int i = 1; i < REFERENCES; i++) {
      json.writeString("https://lists.example.org/announce/" + random.nextInt(100_000) + ".html");
    }
    json.writeEndArray();
  }

  /** As in images that are looked after: one in a hundred is critical, one in ten high. */
  private String severity() {
    int dice = random.nextInt(100);
    if (dice == 0) {
      return "CRITICAL";
    }
    if (dice < 11) {
      return "HIGH";
    }
    return dice < 55 ? "MEDIUM" : "LOW";
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
