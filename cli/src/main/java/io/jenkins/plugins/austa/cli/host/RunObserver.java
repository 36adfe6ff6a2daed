package io.jenkins.plugins.austa.cli.host;

import hudson.model.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Watches a run. Paths name the stages and branches from the outermost to the one meant. Methods
 * are called in the order of events but from several threads, never two at once; they must not
 * block.
 */
public interface RunObserver {

  /** A stage starts. */
  default void stageStarted(List<String> path) {}

  /** A stage ended. */
  default void stageEnded(List<String> path, Result result, Duration duration) {}

  /** A branch of {@code parallel} starts. */
  default void branchStarted(List<String> path) {}

  /** A branch of {@code parallel} ended. */
  default void branchEnded(List<String> path, Result result, Duration duration) {}

  /** A step starts; texts in {@code arguments} have their secrets masked, closures are left out. */
  default void stepStarted(List<String> path, String name, Map<String, Object> arguments) {}

  /** A line of the log, secrets masked, without its end. */
  default void logLine(List<String> path, String line) {}
}
