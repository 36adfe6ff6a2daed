package io.jenkins.plugins.austa.bench.crash;

import io.jenkins.plugins.austa.bench.rollout.Patience;
import io.jenkins.plugins.austa.bench.rollout.Release;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One release on a cluster of its own, rolled out by one process after the other, each of which may
 * be killed at any moment; then another goes on. Users are on it all the time.
 */
final class CrashRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PER_SECOND = 50;
  private static final double BAD = 0.3;
  private static final double TAKEN_OVER = 0.2;
  private static final double KILLED_AGAIN = 0.35;
  private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final SandboxCluster cluster = SandboxCluster.start();
  private final Witness witness = new Witness();
  private final ChildCommand command;
  private final Random random;
  private final CrashReport report;
  private final List<String> arguments;
  private Child standby;
  private int version;
  private long length;

  /**
   * @param random decides what happens when
   */
  CrashRun(ChildCommand command, Path folder, Random random, CrashReport report)
      throws IOException {
    this.command = command;
    this.random = random;
    this.report = report;
    cluster.follow(witness);
    Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfig());
    arguments =
        List.of(
            kubeconfig.toString(), cluster.publicEntry().toString(), cluster.metrics().toString());
  }

  /** The first version, by a process that nobody kills; leaves the archive of classes behind. */
  void first() throws IOException, InterruptedException {
    try (Child child = new Child(command.first(arguments))) {
      child.awaitReady();
      child.go(next(false));
      over(child.awaitEnd());
    }
    standby = new Child(command.next(arguments));
  }

  /**
   * Kills until so many were killed in all runs.
   *
   * @param disturbance called with the cluster once users are on it
   */
  void kill(int kills, Consumer<SandboxCluster> disturbance)
      throws IOException, InterruptedException {
    try (Traffic traffic = Traffic.start(cluster.publicEntry(), Release.PATHS, PER_SECOND)) {
      disturbance.accept(cluster);
      length = uncut();
      while (report.kills() < kills) {
        rollout();
      }
      TrafficReport users = traffic.stop();
      report.traffic(users.sent(), users.failed());
    }
  }

  /** How long a rollout takes that nobody kills, in nanoseconds. */
  private long uncut() throws IOException, InterruptedException {
    try (Child child = ready()) {
      long told = child.go(next(false));
      over(child.awaitEnd());
      return System.nanoTime() - told;
    }
  }

  private void rollout() throws IOException, InterruptedException {
    Order order = next(random.nextDouble() < BAD);
    Child child = ready();
    child.go(order);
    do {
      killAtRandom(child);
      boolean byAnother = random.nextDouble() < TAKEN_OVER;
      order = byAnother ? takeover(order) : resumed(order, child.step());
      child = ready();
      goOn(child, order, byAnother);
    } while (random.nextDouble() < KILLED_AGAIN);
    try (Child last = child) {
      over(last.awaitEnd());
    }
  }

  private void killAtRandom(Child child) throws InterruptedException {
    long delay = (long) (random.nextDouble() * length);
    CountDownLatch ended = new CountDownLatch(1);
    child.end().whenComplete((text, failure) -> ended.countDown());
    // Whoever has ended before is killed all the same: the next one must find nothing left to do.
    if (ended.await(delay, TimeUnit.NANOSECONDS) && child.end().isCompletedExceptionally()) {
      child.end().join();
    }
    child.kill();
    report.killed();
  }

  private void goOn(Child child, Order order, boolean byAnother)
      throws IOException, InterruptedException {
    witness.awaitHolder(order.holder());
    long told = child.go(order);
    CompletableFuture<Long> ended = child.end().handle((text, failure) -> System.nanoTime());
    Patience.until(order + " goes on", PATIENCE, () -> witness.wroteAt() > 0 || ended.isDone());
    long acted = witness.wroteAt() > 0 ? witness.wroteAt() : ended.join();
    report.resumed(byAnother, (acted - told) / (double) NANOS_PER_MILLI);
  }

  private void over(String end) {
    witness.requireEnd();
    report.ended(end.substring(0, end.indexOf(':')), witness.takeBroken());
  }

  /** A process that waits to be told; the one after it is started at once. */
  private Child ready() throws IOException, InterruptedException {
    Child child = standby;
    child.awaitReady();
    standby = new Child(command.next(arguments));
    return child;
  }

  private Order next(boolean bad) {
    version++;
    return new Order("production#" + version, "v1." + version, Step.PREPARE, bad);
  }

  private static Order resumed(Order before, Step at) {
    return new Order(before.holder(), before.version(), at, before.bad());
  }

  /** Another build, of another version. */
  private Order takeover(Order before) {
    return next(before.bad());
  }

  @Override
  public void close() {
    if (standby != null) {
      standby.close();
    }
    cluster.close();
  }
}
