package io.jenkins.plugins.austa.bench.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench gate}: what the security gate costs over small and enormous reports. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description =
        "Reads generated Trivy reports of 1,000, 100,000 and 1,000,000 findings with a heap of 96"
            + " MB, beside a bare scan of their tokens and beside analysis-model. The last line is"
            + " a JSON array. Takes some minutes, 2 GB of disk, and for analysis-model up to 10 GB"
            + " of memory.")
public final class GateBench implements Callable<Integer> {
  private static final double LEAST_OF_SCAN = 0.5;
  private static final double LEAST_OF_MODEL = 8;
  private static final long MOST_HEAP = 96L << 20;
  private static final double MOST_GROWTH = 1.3;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N",
      description = "Findings of each report.",
      defaultValue = "1000,100000,1000000")
  private List<Integer> sizes;

  @Option(
      names = "--without-analysis-model",
      description = "Leaves the other parser out, which takes most of the time and memory.")
  private boolean withoutModel;

  @Option(
      names = "--model-heap",
      paramLabel = "SIZE",
      description = "The heap that analysis-model gets, as java -Xmx takes it.",
      defaultValue = "10g")
  private String modelHeap;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("austa-bench-gate");
    try {
      return measure(folder);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private int measure(Path folder) throws IOException, InterruptedException {
    Path small = folder.resolve("small.json");
    GeneratedTrivyReport.write(small, 1_000);
    List<GateFigures> all = new ArrayList<>();
    System.out.printf(
        "%10s %14s %12s %10s %10s %10s%n",
        "findings", "bytes", "to scan", "to model", "heap MB", "µs each");
    for (int size : sizes) {
      Path report = folder.resolve(size + ".json");
      GeneratedTrivyReport.write(report, size);
      GateFigures figures = figures(report, small, size);
      print(figures);
      all.add(figures);
      Files.delete(report);
    }
    boolean within = withinLimits(all);
    System.out.println(new ObjectMapper().writeValueAsString(all));
    return within ? 0 : 1;
  }

  private GateFigures figures(Path report, Path small, int size)
      throws IOException, InterruptedException {
    int rounds = size <= 10_000 ? 101 : size <= 200_000 ? 9 : 3;
    // Not 128 MB but what may be used of it: the JVM would fill all it gets with garbage.
    List<Long> ours =
        child(
            List.of("-Xmx" + MOST_HEAP, "-Xmn24m", "-XX:+UseSerialGC"),
            List.of(report.toString(), small.toString(), "600", String.valueOf(rounds)),
            Contestant.SCAN,
            Contestant.GATE);
    if (ours.get(2) != size) {
      throw new IOException("the gate counted " + ours.get(2) + " of " + size + " findings");
    }
    double gate = ours.get(1);
    Double toModel = null;
    if (!withoutModel) {
      String modelRounds = String.valueOf(size <= 10_000 ? 101 : size <= 200_000 ? 5 : 1);
      List<Long> model =
          child(
              List.of("-Xmx" + modelHeap, "-XX:+UseParallelGC"),
              List.of(report.toString(), small.toString(), "200", modelRounds),
              Contestant.ANALYSIS_MODEL);
      toModel = rounded(model.get(0) / gate);
    }
    return new GateFigures(
        size,
        Files.size(report),
        rounded(ours.get(0) / gate),
        toModel,
        ours.get(3),
        rounded(gate / 1_000 / size));
  }

  /** The numbers that {@link GateRounds} prints in a JVM of its own. */
  private static List<Long> child(
      List<String> options, List<String> words, Contestant... contestants)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(GateRounds.class.getName());
    command.addAll(words);
    for (Contestant contestant : contestants) {
      command.add(contestant.name());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("a measurement ended with " + process.exitValue() + "; see above");
    }
    return out.lines().map(Long::valueOf).toList();
  }

  private static void print(GateFigures figures) {
    System.out.printf(
        "%10d %14d %12.2f %10s %10.1f %10.2f%n",
        figures.findings(),
        figures.bytes(),
        figures.ratioToScan(),
        figures.ratioToAnalysisModel() == null ? "-" : figures.ratioToAnalysisModel(),
        figures.peakHeapBytes() / (double) (1 << 20),
        figures.microsPerFinding());
  }

  private static boolean withinLimits(List<GateFigures> all) {
    boolean within = true;
    GateFigures middle = null;
    for (GateFigures one : all) {
      if (one.findings() < 100_000) {
        continue;
      }
      within &= atLeast("ratioToScan", one.ratioToScan(), LEAST_OF_SCAN);
      if (one.ratioToAnalysisModel() != null) {
        within &= atLeast("ratioToAnalysisModel", one.ratioToAnalysisModel(), LEAST_OF_MODEL);
      }
      within &= atLeast("heap limit / peak", MOST_HEAP / (double) one.peakHeapBytes(), 1);
      if (middle != null) {
        double growth = middle.microsPerFinding() * MOST_GROWTH / one.microsPerFinding();
        within &= atLeast("1.3 / growth of time per finding", growth, 1);
      }
      middle = one;
    }
    return within;
  }

  private static boolean atLeast(String name, double value, double limit) {
    boolean kept = value >= limit;
    System.out.printf(
        "%-34s %8.2f  %s %.1f%n", name, value, kept ? "within at least" : "BEYOND at least", limit);
    return kept;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
