package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GateTableTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void noLineIsLongerThanTheLogIsWide() {
    Reports reports = new Reports(folder.getRoot().toPath());
    String wide =
        Reports.fixture("trivy-fs.json")
            .replace("\"1.0.1\"", "\"" + "9.".repeat(300) + "\"")
            .replace("npm/left-over", "npm/" + "very-".repeat(60));
    List<ExpectedScan> scans =
        List.of(
            reports.write("trivy", null, 0, wide),
            new ExpectedScan("trivy", "x".repeat(300), null, "y".repeat(200), 0));

    GateVerdict verdict =
        new SecurityGate(GatePolicy.defaults())
            .judge(reports.workspace, scans, LocalDate.of(2026, 11, 23));
    List<String> lines = GateTable.lines(verdict);

    for (String line : lines) {
      assertTrue(line, line.length() <= GateTable.WIDTH);
    }
    String text = String.join("\n", lines);
    assertTrue(text, lines.get(0).startsWith("Security gate: BROKEN (1 critical, 1 high, 1 low"));
    assertTrue(text, text.contains("CRITICAL  some-token"));
    assertTrue(text, text.contains("! " + "y".repeat(100)));
  }
}
