package io.jenkins.plugins.austa.cli.host.run;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.RunObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets only one event at a time through to an observer, and lets none of its errors back. */
final class SerialObserver implements RunObserver {
  private static final Logger LOGGER = LoggerFactory.getLogger(SerialObserver.class);
  private final RunObserver observer;

  SerialObserver(RunObserver observer) {
    this.observer = observer;
  }

  @Override
  public synchronized void stageStarted(List<String> path) {
    guarded(() -> observer.stageStarted(path));
  }

  @Override
  public synchronized void stageEnded(List<String> path, Result result, Duration duration) {
    guarded(() -> observer.stageEnded(path, result, duration));
  }

  @Override
  public synchronized void branchStarted(List<String> path) {
    guarded(() -> observer.branchStarted(path));
  }

  @Override
  public synchronized void branchEnded(List<String> path, Result result, Duration duration) {
    guarded(() -> observer.branchEnded(path, result, duration));
  }

  @Override
  public synchronized void stepStarted(
      List<String> path, String name, Map<String, Object> arguments) {
    guarded(() -> observer.stepStarted(path, name, arguments));
  }

  @Override
  public synchronized void logLine(List<String> path, String line) {
    guarded(() -> observer.logLine(path, line));
  }

  private static void guarded(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException e) {
      LOGGER.warn("an observer of the run failed; the run goes on", e);
    }
  }
}
