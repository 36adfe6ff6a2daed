package io.jenkins.plugins.austa.bench.crash;

import io.jenkins.plugins.austa.bench.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is left when the process that rolls out is killed, and how soon the next one goes on. */
@Command(
    name = "crash",
    description = "SIGKILL at random moments of a rollout; each time another process goes on.")
public final class CrashBench implements Callable<Integer> {
  @Option(
      names = "--kills",
      defaultValue = "200",
      description = "Processes killed (default ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--lanes",
      defaultValue = "3",
      description = "Releases rolled out side by side (default ${DEFAULT-VALUE}).")
  private int lanes;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides what happens when (default ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws Exception {
    CrashReport report = new CrashReport();
    Path folder = Files.createTempDirectory("austa-crash");
    ChildCommand command = new ChildCommand(folder);
    List<CrashRun> runs = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(lanes);
    try {
      for (int i = 0; i < lanes; i++) {
        Path own = Files.createDirectory(folder.resolve("lane-" + i));
        runs.add(new CrashRun(command, own, new Random(seed * lanes + i), report));
        runs.get(i).first();
      }
      List<Future<Void>> ends = new ArrayList<>();
      for (CrashRun run : runs) {
        Callable<Void> killing =
            () -> {
              run.kill(kills, cluster -> {});
              return null;
            };
        ends.add(threads.submit(killing));
      }
      for (Future<Void> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
      runs.forEach(CrashRun::close);
    }
    report.violations().forEach(violation -> System.err.println("bench: broken: " + violation));
    Figures figures = figures(report);
    figures.print(System.out);
    return figures.withinLimits() ? 0 : 1;
  }

  private Figures figures(CrashReport report) {
    Figures figures =
        new Figures()
            .atLeast(kills, "kills", report.kills(), "processes killed")
            .atMost(0, "broken", report.broken(), "rollouts with a broken promise, requests lost")
            .add("resumeMedianMillis", middle(report.resumes()), "told to go on to first write")
            .add("resumeMaxMillis", last(report.resumes()), "the longest of them")
            .add("takeovers", report.takeovers().size(), "by another build, of all kills")
            .add(
                "takeoverMedianMillis",
                middle(report.takeovers()),
                "the dead one's lease waited for")
            .add("takeoverMaxMillis", last(report.takeovers()), "the longest of them")
            .add("leaseMillis", RolloutProcess.LEASE.toMillis(), "after which another may go on")
            .add("requests", report.requests(), "by users meanwhile")
            .add("failed", report.failed(), "of them");
    report.ends().forEach((phase, count) -> figures.add(phase, count, "rollouts that ended so"));
    return figures;
  }

  private static double middle(List<Double> sorted) {
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static double last(List<Double> sorted) {
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
  }
}
