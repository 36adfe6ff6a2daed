package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Ctrl-C takes the rollout back; the process ends when traffic is where it was. A revision that has
 * proven itself is left where it is, only its predecessor's pods are then not removed.
 */
final class RevertOnExit implements AutoCloseable {
  private static final long LONGEST_SECONDS = 300;
  private static final Set<Phase> GOES_BACK =
      EnumSet.of(Phase.PREPARING, Phase.CHECKING, Phase.SWITCHING, Phase.VERIFYING);

  private final Rollout rollout;
  private final Consumer<String> log;
  private final Thread hook = new Thread(this::revert, "austa-revert");
  private volatile CountDownLatch busy = new CountDownLatch(0);
  private volatile boolean running;

  private RevertOnExit(Rollout rollout, Consumer<String> log) {
    this.rollout = rollout;
    this.log = log;
  }

  static RevertOnExit of(Rollout rollout, Consumer<String> log) {
    RevertOnExit revert = new RevertOnExit(rollout, log);
    Runtime.getRuntime().addShutdownHook(revert.hook);
    return revert;
  }

  /**
   * Something under way that must end before anything is taken back, because it would go on beside
   * it.
   */
  Busy busy() {
    busy = new CountDownLatch(1);
    return busy::countDown;
  }

  /** Whether the process is ending and what is under way is being taken back. */
  boolean isRunning() {
    return running;
  }

  private void revert() {
    running = true;
    log.accept("Interrupted: taking back what is under way; \"austa status\" tells how it stands");
    try {
      rollout.cancel();
      if (!busy.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        log.accept("Helm has not ended within " + LONGEST_SECONDS + " s; going back all the same");
      }
      RolloutOutcome outcome =
          rollout
              .status()
              .thenCompose(
                  now ->
                      GOES_BACK.contains(now.phase())
                          ? rollout.revert("manual", "interrupted at the terminal")
                          : CompletableFuture.completedFuture(now))
              .get(LONGEST_SECONDS, TimeUnit.SECONDS);
      log.accept(outcome.message());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      log.accept("It was not taken back: " + e.getCause().getMessage());
    } catch (TimeoutException e) {
      log.accept("It was not taken back within " + LONGEST_SECONDS + " s");
    }
  }

  /** Ends with the thing that was under way. */
  interface Busy extends AutoCloseable {
    @Override
    void close();
  }

  /** The rollout has ended by itself. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook is what is running, and it needs the rollout.
      awaitHook();
    }
  }

  private void awaitHook() {
    try {
      hook.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
