package io.jenkins.plugins.austa.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GateCommandTest {
  private static final String BANDIT =
      """
      {"errors":[],"generated_at":"2026-11-20T08:00:00Z","metrics":{"app.py":{"loc":9}},"results":[
      {"code":"7 run(cmd)\\n","filename":"./app.py","issue_severity":"HIGH","issue_text":"shell",
      "line_number":7,"test_id":"B602"}]}
      """;
  private static final String CLEAN =
      "{\"errors\":[],\"generated_at\":\"x\",\"metrics\":{\"app.py\":{}},\"results\":[]}";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  public void passesOverACleanReport() throws Exception {
    assertEquals(0, gate(file("clean.json", CLEAN)));
    assertTrue(out.toString(), out.toString().startsWith("Security gate: PASSED (no findings"));
  }

  @Test
  public void failsAndSaysWhy() throws Exception {
    assertEquals(1, gate("ai-service=" + file("bandit.json", BANDIT)));
    assertTrue(
        out.toString(), out.toString().contains("high B602 in app.py of ai-service by bandit"));
  }

  @Test
  public void isBrokenByAReportThatCannotBeTrusted() throws Exception {
    assertEquals(1, gate(file("clean.json", CLEAN), file("cut.json", BANDIT.substring(0, 200))));
    assertTrue(out.toString(), out.toString().startsWith("Security gate: BROKEN"));
    assertTrue(out.toString(), out.toString().contains("it was truncated"));
  }

  @Test
  public void aMissingReportBlocks() {
    assertEquals(1, gate(folder.getRoot() + "/gone.json"));
    assertTrue(out.toString(), out.toString().contains("there is no report here"));
  }

  @Test
  public void worksByThePolicyGiven() throws Exception {
    String policy = file("p.yaml", "security:\n  threshold: critical\n");

    assertEquals(0, gate("--policy", policy, file("bandit.json", BANDIT)));
  }

  @Test
  public void aMistakeInThePolicyIsNamedWithItsLine() throws Exception {
    String policy = file("p.yaml", "security:\n  treshold: critical\n");

    assertEquals(2, gate("--policy", policy, file("clean.json", CLEAN)));
    assertTrue(err.toString(), err.toString().contains("p.yaml:2: security.treshold"));
    assertTrue(err.toString(), err.toString().contains("did you mean \"threshold\"?"));
    assertEquals(2, gate("--policy", folder.getRoot() + "/gone.yaml", file("c.json", CLEAN)));
    assertEquals(2, gate());
  }

  @Test
  public void itsOwnResultIsTheNextBaseline() throws Exception {
    String report = file("bandit.json", BANDIT);
    String baseline = folder.getRoot() + "/baseline.json";

    assertEquals(1, gate("--json", baseline, report));
    assertEquals(0, gate("--baseline", baseline, report));
    assertEquals(2, gate("--baseline", baseline + "x", report));
  }

  @Test
  public void writesSarifAndJson() throws Exception {
    String sarif = folder.getRoot() + "/gate.sarif";

    assertEquals(1, gate("--sarif", sarif, "--output", "json", file("bandit.json", BANDIT)));
    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertEquals("failed", result.path("outcome").asText());
    assertEquals("B602", result.at("/findings/0/id").asText());
    JsonNode log = new ObjectMapper().readTree(Files.readString(Path.of(sarif)));
    assertEquals("B602", log.at("/runs/0/results/0/ruleId").asText());
    assertTrue(err.toString(), err.toString().contains("SARIF: 1 findings in " + sarif));
  }

  private String file(String name, String content) throws IOException {
    Path file = folder.getRoot().toPath().resolve(name);
    Files.writeString(file, content);
    return file.toString();
  }

  private int gate(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "gate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Austa.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
