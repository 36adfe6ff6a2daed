package org.jenkinsci.plugins.workflow.steps;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Runs what must not block the pipeline, as whoever asked for it. Ours. */
final class BackgroundWork {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final ExecutorService EXECUTOR =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "step-execution-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  private BackgroundWork() {}

  static java.util.concurrent.Future<?> submit(Runnable work) {
    Authentication asker = Jenkins.getAuthentication2();
    return EXECUTOR.submit(
        () -> {
          try (ACLContext as = ACL.as2(asker)) {
            work.run();
          }
        });
  }
}
