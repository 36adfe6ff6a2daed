package io.jenkins.plugins.austa.cli.byhand;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ctrl-C lets Helm come to its end: the pods of a rolling deployment are replaced by the cluster
 * anyway, and half an upgrade is a release that nobody may touch.
 */
final class LetHelmFinish implements AutoCloseable {
  private static final long LONGEST_SECONDS = 300;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Consumer<String> log;
  private final Thread hook = new Thread(this::await, "austa-helm");

  private LetHelmFinish(Consumer<String> log) {
    this.log = log;
  }

  static LetHelmFinish of(Consumer<String> log) {
    LetHelmFinish until = new LetHelmFinish(log);
    Runtime.getRuntime().addShutdownHook(until.hook);
    return until;
  }

  private void await() {
    log.accept("Interrupted: waiting for Helm; \"austa status\" tells how it stands");
    try {
      if (!finished.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        log.accept("Helm has not ended within " + LONGEST_SECONDS + " s; it goes on by itself");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Helm has ended. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and may now.
      System.getLogger(LetHelmFinish.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
    }
  }
}
