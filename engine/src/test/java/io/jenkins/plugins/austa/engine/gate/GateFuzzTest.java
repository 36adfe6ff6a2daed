package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GateFuzzTest {
  private static final int INPUTS = 20_000;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** The seed is the same in every run, so that a failure can be repeated. */
  @Test
  public void noSpoiltReportPassesThrowsOrNeedsMuchMemory() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                GateFuzz.class.getName(),
                folder.getRoot().toString(),
                "20261123",
                String.valueOf(INPUTS))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(said, 0, process.waitFor());
    assertTrue(said, Integer.parseInt(said.substring(0, said.indexOf(' '))) >= INPUTS);
    assertTrue(said, said.contains("FAILED=") && said.contains("BROKEN="));
  }

  @Test
  public void realSamplesAreBrokenWhereverTheyAreCut() throws Exception {
    Path samples = Reports.sample("");
    Assume.assumeTrue("no samples on this machine", Files.isDirectory(samples));
    List<Path> files;
    try (Stream<Path> all = Files.walk(samples)) {
      files = all.filter(file -> file.toString().matches(".*\\.(json|sarif)")).sorted().toList();
    }
    Path cut = folder.getRoot().toPath().resolve("cut.json");
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 1024; length < whole.length; length += 1024) {
        Files.write(cut, Arrays.copyOf(whole, length));
        ExpectedScan scan = new ExpectedScan(ExpectedScan.ANY, "x", null, cut.toString(), null);
        GateVerdict verdict =
            new SecurityGate(GatePolicy.defaults())
                .judge(cut.getParent(), List.of(scan), LocalDate.of(2026, 11, 23));
        assertEquals(file + " cut at " + length, GateOutcome.BROKEN, verdict.outcome());
      }
    }
  }
}
