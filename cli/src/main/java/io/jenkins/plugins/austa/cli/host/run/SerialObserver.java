package io.jenkins.plugins.austa.cli.host.run;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.RunObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lets only one event at a time through to an observer. */
final class SerialObserver implements RunObserver {
  private final RunObserver observer;

  SerialObserver(RunObserver observer) {
    this.observer = observer;
  }

  @Override
  public synchronized void stageStarted(List<String> path) {
    observer.stageStarted(path);
  }

  @Override
  public synchronized void stageEnded(List<String> path, Result result, Duration duration) {
    observer.stageEnded(path, result, duration);
  }

  @Override
  public synchronized void branchStarted(List<String> path) {
    observer.branchStarted(path);
  }

  @Override
  public synchronized void branchEnded(List<String> path, Result result, Duration duration) {
    observer.branchEnded(path, result, duration);
  }

  @Override
  public synchronized void stepStarted(
      List<String> path, String name, Map<String, Object> arguments) {
    observer.stepStarted(path, name, arguments);
  }

  @Override
  public synchronized void logLine(List<String> path, String line) {
    observer.logLine(path, line);
  }
}
