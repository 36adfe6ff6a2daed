package io.jenkins.plugins.austa.bench.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.parser.TrivyParser;
import io.jenkins.plugins.austa.engine.gate.ExpectedScan;
import io.jenkins.plugins.austa.engine.gate.GateOutcome;
import io.jenkins.plugins.austa.engine.gate.GatePolicy;
import io.jenkins.plugins.austa.engine.gate.GateVerdict;
import io.jenkins.plugins.austa.engine.gate.SecurityGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** One way to go through a Trivy report. */
enum Contestant {
  /** Nothing but the tokens: what anybody who reads the file must pay. */
  SCAN {
    @Override
    int read(Path file) throws IOException {
      int tokens = 0;
      try (JsonParser json = new JsonFactory().createParser(Files.newInputStream(file))) {
        while (json.nextToken() != null) {
          tokens++;
        }
      }
      return tokens;
    }
  },

  /** The whole gate: format, findings, merging, policy, verdict. */
  GATE {
    @Override
    int read(Path file) {
      ExpectedScan scan = new ExpectedScan("trivy", "backend", null, file.toString(), 0);
      GateVerdict verdict =
          new SecurityGate(GatePolicy.defaults())
              .judge(file.toAbsolutePath().getParent(), List.of(scan), LocalDate.of(2026, 11, 23));
      if (verdict.outcome() != GateOutcome.FAILED) {
        throw new IllegalStateException("the gate should have failed: " + verdict.reasons());
      }
      return verdict.counts().values().stream().mapToInt(Integer::intValue).sum();
    }
  },

  /** The parser that the warnings-ng plugin uses; without merging and policy. */
  ANALYSIS_MODEL {
    @Override
    int read(Path file) {
      return new TrivyParser().parse(new FileReaderFactory(file)).size();
    }
  };

  /**
   * Reads the report once.
   *
   * @return how many findings, or tokens, there were
   */
  abstract int read(Path file) throws IOException;
}
