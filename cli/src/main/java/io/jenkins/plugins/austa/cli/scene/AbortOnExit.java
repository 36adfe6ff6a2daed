package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.host.PipelineHost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;

/**
 * Ctrl-C aborts the run as a user's abort does; the process then ends when this is closed, so that
 * traffic is back and the report is written.
 */
final class AbortOnExit implements AutoCloseable {
  private static final long LONGEST_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private AbortOnExit(PipelineHost host) {
    this.hook =
        new Thread(
            () -> {
              host.abort(new Interrupted());
              await();
            },
            "austa-abort");
  }

  static AbortOnExit of(PipelineHost host) {
    AbortOnExit abort = new AbortOnExit(host);
    Runtime.getRuntime().addShutdownHook(abort.hook);
    return abort;
  }

  private void await() {
    try {
      if (!finished.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("austa: the run did not end within " + LONGEST_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook is what is running.
      System.getLogger(AbortOnExit.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
    }
  }

  private static final class Interrupted extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    @Override
    public String getShortDescription() {
      return "interrupted at the terminal";
    }
  }
}
