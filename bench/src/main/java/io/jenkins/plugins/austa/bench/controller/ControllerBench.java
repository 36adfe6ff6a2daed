package io.jenkins.plugins.austa.bench.controller;

import io.jenkins.plugins.austa.bench.Figures;
import io.jenkins.plugins.austa.test.controller.Controller;
import io.jenkins.plugins.austa.test.controller.ControllerException;
import io.jenkins.plugins.austa.test.controller.ControllerKit;
import io.jenkins.plugins.austa.test.controller.Job;
import io.jenkins.plugins.austa.test.controller.JobXml;
import io.jenkins.plugins.austa.test.controller.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What one call of {@code austaPipeline()} costs a real controller, beside a Jenkinsfile that is
 * written by hand and runs the same commands, all of which do nothing.
 */
@Command(
    name = "controller",
    description =
        "CPS steps, wall time and flow-node storage of a run on a real controller beside a hand-written"
            + " Jenkinsfile with the same commands, and the heap after many runs.")
public final class ControllerBench implements Callable<Integer> {
  private static final List<String> ENVIRONMENTS = List.of("staging", "production");
  private static final List<String> SERVICES = List.of("frontend", "backend", "ai-service");
  // Each run goes through code of its own: what is measured is a controller that is up, not one
  // that compiles.
  private static final int WARM_UP = 10;
  private static final int HEAP_WARM_UP = 50;
  private static final int MOST_STEPS = 149;
  private static final double LONGEST = 1.15;
  private static final double LARGEST = 1.2;
  private static final double MOST_HEAP = 1.05;

  @Mixin private GivenController given;

  @Option(
      names = "--pairs",
      defaultValue = "7",
      description = "Timed runs of each kind, taken in turn (default ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--runs",
      defaultValue = "500",
      description = "Runs between the two looks at the heap (default ${DEFAULT-VALUE}).")
  private int runs;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("austa-bench");
    ControllerKit kit = given.kit(Vitals.JVM_OPTION);
    IdlePlatform platform = new IdlePlatform(folder.resolve("platform"));
    try (IdleCluster cluster = new IdleCluster(ENVIRONMENTS, SERVICES);
        Controller controller = Controller.start(kit, folder.resolve("controller"))) {
      cluster.settings(platform.tools(), ENVIRONMENTS).apply(controller);
      Figures figures = new Figures();
      compare(controller, platform, figures);
      heap(controller, platform, figures);
      figures.print(System.out);
      return figures.withinLimits() ? 0 : 1;
    }
  }

  private void compare(Controller controller, IdlePlatform platform, Figures figures)
      throws IOException, InterruptedException {
    Job library = job(controller, "library", platform.byTheLibrary().folder());
    Job byHand = job(controller, "by-hand", platform.byHand().folder());
    List<MeasuredRun> ours = new ArrayList<>();
    List<MeasuredRun> theirs = new ArrayList<>();
    for (int i = 0; i < WARM_UP + pairs; i++) {
      MeasuredRun own = MeasuredRun.of(controller, library, "bob");
      MeasuredRun hand = MeasuredRun.of(controller, byHand, "bob");
      requireSameWork(own, hand);
      if (i >= WARM_UP) {
        ours.add(own);
        theirs.add(hand);
      }
    }
    long millis = median(ours, MeasuredRun::millis);
    long handMillis = median(theirs, MeasuredRun::millis);
    long bytes = median(ours, run -> run.flow().bytes());
    long handBytes = median(theirs, run -> run.flow().bytes());
    figures
        .atMost(MOST_STEPS, "cpsSteps", median(ours, MeasuredRun::steps), "steps of a whole run")
        .add("cpsStepsByHand", median(theirs, MeasuredRun::steps), "steps written by hand")
        .add("shells", ours.get(0).shells(), "commands in either")
        .add("millis", millis, "median of " + pairs + " runs")
        .add("millisByHand", handMillis, "median of " + pairs + " runs, taken in turn")
        .atMost(LONGEST, "wallRatio", (double) millis / handMillis, "ours to theirs")
        .add("flowNodeBytes", bytes, "flow nodes on disk")
        .add("flowNodeBytesByHand", handBytes, "flow nodes on disk")
        .atMost(LARGEST, "flowNodeRatio", (double) bytes / handBytes, "ours to theirs");
  }

  private void heap(Controller controller, IdlePlatform platform, Figures figures)
      throws IOException, InterruptedException {
    String xml =
        JobXml.withRunParameter(JobXml.fromRepository(platform.withoutApproval().folder()));
    Job job = controller.admin().job("unattended", xml);
    ManyRuns.of(controller.admin(), job, HEAP_WARM_UP);
    double before = Vitals.of(controller).heapMegabytes();
    ManyRuns.of(controller.admin(), job, runs);
    double after = Vitals.of(controller).heapMegabytes();
    figures
        .add("runs", runs, "runs between the two looks at the heap")
        .add("heapMiBBefore", before, "after garbage collection")
        .add("heapMiBAfter", after, "after garbage collection")
        .atMost(MOST_HEAP, "heapRatio", after / before, "after to before");
  }

  private static Job job(Controller controller, String name, Path repository)
      throws IOException, InterruptedException {
    return controller.admin().job(name, JobXml.fromRepository(repository));
  }

  private static void requireSameWork(MeasuredRun own, MeasuredRun hand)
      throws ControllerException {
    if (!own.sameWorkAs(hand)) {
      throw new ControllerException(
          "The two Jenkinsfiles do not run the same commands, so they cannot be compared: "
              + own
              + " and "
              + hand);
    }
  }

  private static long median(List<MeasuredRun> runs, ToLongFunction<MeasuredRun> figure) {
    long[] sorted = runs.stream().mapToLong(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
