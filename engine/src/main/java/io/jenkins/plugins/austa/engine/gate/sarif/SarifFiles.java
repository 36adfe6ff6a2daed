package io.jenkins.plugins.austa.engine.gate.sarif;

import io.jenkins.plugins.austa.engine.gate.FindingState;
import io.jenkins.plugins.austa.engine.gate.GateResult;
import io.jenkins.plugins.austa.engine.gate.GatedFinding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a gate's findings as SARIF, in as many files as the limits ask for. */
public final class SarifFiles {
  private final SarifOptions options;
  private final SarifLimits limits;

  public SarifFiles(SarifOptions options, SarifLimits limits) {
    this.options = options;
    this.limits = limits;
  }

  /**
   * Writes the files. A run that does not fit loses its least severe results until it does.
   *
   * @param out the first file; others get a number before the suffix
   * @return what was written, and what was not
   */
  public SarifOutput write(GateResult result, Path out) throws IOException {
    List<GatedFinding> findings =
        result.findings().stream()
            .filter(one -> options.withSuppressed() || one.state() != FindingState.SUPPRESSED)
            .toList();
    int wanted = wanted(result);
    List<SarifRun> runs = fitting(findings, wanted - findings.size());
    List<String> files = new ArrayList<>();
    for (int from = 0; from == 0 || from < runs.size(); from += limits.runsPerFile()) {
      Path file = files.isEmpty() ? out : numbered(out, files.size() + 1);
      List<SarifRun> some = runs.subList(from, Math.min(runs.size(), from + limits.runsPerFile()));
      Files.write(file, bytes(some));
      files.add(file.toString());
    }
    int results = runs.stream().mapToInt(run -> run.findings().size()).sum();
    return new SarifOutput(files, results, wanted - results);
  }

  private int wanted(GateResult result) {
    int suppressed = options.withSuppressed() ? 0 : result.verdict().suppressed();
    return result.total() - suppressed;
  }

  /** Halves the results of all runs until every file is small enough. */
  private List<SarifRun> fitting(List<GatedFinding> findings, int leftOutBefore)
      throws IOException {
    int most = limits.resultsPerRun();
    while (true) {
      List<SarifRun> runs = withLeftOut(SarifRun.of(findings, most), leftOutBefore);
      if (most <= 1 || fits(runs)) {
        return runs;
      }
      most /= 2;
    }
  }

  /** What the gate did not keep is said of the first run: of whom it was, nobody knows any more. */
  private static List<SarifRun> withLeftOut(List<SarifRun> runs, int more) {
    if (runs.isEmpty() || more <= 0) {
      return runs;
    }
    List<SarifRun> all = new ArrayList<>(runs);
    SarifRun first = all.get(0);
    all.set(0, new SarifRun(first.tool(), first.findings(), first.leftOut() + more));
    return all;
  }

  private boolean fits(List<SarifRun> runs) throws IOException {
    for (int from = 0; from < runs.size(); from += limits.runsPerFile()) {
      int to = Math.min(runs.size(), from + limits.runsPerFile());
      if (gzip(bytes(runs.subList(from, to))).length > limits.gzippedBytes()) {
        return false;
      }
    }
    return true;
  }

  private byte[] bytes(List<SarifRun> runs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SarifWriter.write(runs, options, limits, out);
    return out.toByteArray();
  }

  /** Compresses as GitHub wants it. */
  public static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static Path numbered(Path out, int number) {
    String name = String.valueOf(out.getFileName());
    int dot = name.lastIndexOf('.');
    String numbered =
        dot <= 0
            ? name + "-" + number
            : name.substring(0, dot) + "-" + number + name.substring(dot);
    return out.resolveSibling(numbered);
  }
}
