package io.jenkins.plugins.austa.bench.waiting;

import io.jenkins.plugins.austa.bench.Figures;
import io.jenkins.plugins.austa.engine.access.Kubeconfig;
import io.jenkins.plugins.austa.engine.access.KubeconfigException;
import io.jenkins.plugins.austa.engine.access.SharedClients;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What rollouts cost the process that they wait in. */
@Command(
    name = "waiting",
    description =
        "Threads, heap and CPU time of rollouts that wait, half of them for an approval and half of"
            + " them in their verification, with the default intervals.")
public final class WaitingBench implements Callable<Integer> {
  private static final int MOST_THREADS = 8;
  private static final int MOST_HEAP = 64 * 1024;
  private static final double MOST_CPU = 5;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(5);
  // Longer than the benchmark; how often it is looked is as by default.
  private static final Duration VERIFY_WINDOW = Duration.ofHours(1);
  private static final long INTERVAL_MILLIS =
      RolloutSettings.defaults().verifyInterval().toMillis();
  private static final long START_MINUTES = 3;

  @Option(
      names = "--rollouts",
      defaultValue = "1000",
      description = "How many rollouts (default ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--namespaces",
      defaultValue = "10",
      description = "Over how many namespaces they are spread (default ${DEFAULT-VALUE}).")
  private int namespaces;

  @Option(
      names = "--warm-up",
      defaultValue = "150",
      description =
          "Seconds before the measuring begins, for the JVM to have compiled (default"
              + " ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--seconds",
      defaultValue = "300",
      description =
          "How long to measure; every lease is renewed once in 300 (default ${DEFAULT-VALUE}).")
  private int seconds;

  private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
  private final SharedClients clients =
      new SharedClients(REQUEST_TIMEOUT, IDLE, () -> scheduler, Clock.systemUTC());

  @Override
  public Integer call() throws Exception {
    scheduler.setRemoveOnCancelPolicy(true);
    ManyReleases releases = new ManyReleases(count, namespaces);
    try (ClusterProcess cluster = ClusterProcess.start()) {
      Footprint nothing = Footprint.now();
      endOne(cluster);
      Footprint before = Footprint.now();
      List<WaitingRollout> rollouts = open(cluster, releases);
      start(rollouts);
      Watched.lookOn(Duration.ofSeconds(warmUp));
      Watched watched = Watched.lookOn(Duration.ofSeconds(seconds));
      Footprint after = Footprint.now();
      requireWaiting(rollouts);
      Figures figures = figures(nothing, before, watched, after);
      rollouts.forEach(WaitingRollout::close);
      figures.print(System.out);
      return figures.withinLimits() ? 0 : 1;
    } finally {
      scheduler.shutdownNow();
    }
  }

  private List<WaitingRollout> open(ClusterProcess cluster, ManyReleases releases)
      throws KubeconfigException {
    Kubeconfig kubeconfig = Kubeconfig.read(cluster.kubeconfig());
    return releases.targets(cluster.entry()).stream()
        .map(
            target ->
                new WaitingRollout(
                    clients, kubeconfig, cluster.metrics(), target, scheduler, VERIFY_WINDOW))
        .toList();
  }

  /** What one rollout brings, however many come after it, is not what they cost. */
  private void endOne(ClusterProcess cluster) throws Exception {
    Kubeconfig kubeconfig = Kubeconfig.read(cluster.kubeconfig());
    RolloutTarget target =
        new ManyReleases(count + 1, namespaces).targets(cluster.entry()).get(count);
    try (WaitingRollout first =
        new WaitingRollout(
            clients, kubeconfig, cluster.metrics(), target, scheduler, Duration.ofSeconds(1))) {
      first.ended().get(START_MINUTES, TimeUnit.MINUTES);
    }
  }

  private void start(List<WaitingRollout> rollouts) throws Exception {
    await(rollouts.stream().map(WaitingRollout::checked).toList());
    List<CompletableFuture<Void>> verifying = new ArrayList<>();
    int half = rollouts.size() / 2;
    for (int i = 0; i < half; i++) {
      // Nobody approves five hundred at once, so they do not all look at the same moments.
      Executor later =
          CompletableFuture.delayedExecutor(
              INTERVAL_MILLIS * i / half, TimeUnit.MILLISECONDS, scheduler);
      verifying.add(
          CompletableFuture.completedFuture(rollouts.get(i))
              .thenComposeAsync(WaitingRollout::verifying, later));
    }
    await(verifying);
  }

  private static void await(List<CompletableFuture<Void>> operations) throws Exception {
    CompletableFuture.allOf(operations.toArray(CompletableFuture<?>[]::new))
        .get(START_MINUTES, TimeUnit.MINUTES);
  }

  /** A rollout that has ended costs nothing, and would be measured as one that waits. */
  private static void requireWaiting(List<WaitingRollout> rollouts) {
    rollouts.stream()
        .flatMap(rollout -> rollout.whyNotWaiting().stream())
        .findFirst()
        .ifPresent(
            why -> {
              throw new IllegalStateException("a rollout did not wait to the end: " + why);
            });
  }

  private Figures figures(Footprint nothing, Footprint before, Watched watched, Footprint after) {
    Set<String> added = new TreeSet<>(watched.mostThreads());
    added.removeAll(before.threads());
    System.out.println("threads added: " + String.join(", ", added));
    return new Figures()
        .add("rollouts", count, "half wait for an approval, half verify")
        .atMost(
            MOST_THREADS,
            "threadsAdded",
            watched.mostThreads().size() - before.threads().size(),
            "at most at once, to when one rollout had ended")
        .add(
            "threadsOfAll",
            watched.mostThreads().size() - nothing.threads().size(),
            "at most at once, to before the first rollout")
        .atMost(
            MOST_HEAP,
            "heapBytesEach",
            (after.heapBytes() - before.heapBytes()) / count,
            "after garbage collection")
        .atMost(MOST_CPU, "cpuPercent", watched.cpuPercent(), "of one core, for " + seconds + " s");
  }
}
