package io.jenkins.plugins.austa.bench.rollout;

import io.jenkins.plugins.austa.bench.Figures;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How soon users are back where they were once it is decided. */
@Command(
    name = "revert",
    description = "From a failed verdict to users being back, beside one bare patch of the entry.")
public final class RevertBench implements Callable<Integer> {
  private static final double LONGEST = 1.5;
  private static final int WARM_UP = 10;

  @Option(
      names = "--rounds",
      defaultValue = "30",
      description = "Measured reverts and patches, taken in turn (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "Requests a second, by which users are seen (default ${DEFAULT-VALUE}).")
  private int rate;

  @Override
  public Integer call() throws InterruptedException {
    RevertRun.Report report = new RevertRun(WARM_UP, rounds, rate).run();
    Figures figures = figures(report);
    figures.print(System.out);
    return figures.withinLimits() ? 0 : 1;
  }

  private Figures figures(RevertRun.Report report) {
    return new Figures()
        .atMost(
            LONGEST,
            "ratioFirst",
            report.revertFirst() / report.patchFirst(),
            "first answered by the old colour, verdict to patch")
        .atMost(
            LONGEST,
            "ratioLast",
            report.revertLast() / report.patchLast(),
            "last answered by the new colour, verdict to patch")
        .add("patchMillis", report.patchFirst(), "bare patch to the first answer")
        .add("patchLastMillis", report.patchLast(), "bare patch to the last answer")
        .add("revertFirstMillis", report.revertFirst(), "failed verdict to the first answer")
        .add("revertLastMillis", report.revertLast(), "failed verdict to the last answer")
        .add("rounds", rounds, "of which these are the medians")
        .atMost(0, "failed", report.failed(), "requests that failed");
  }
}
