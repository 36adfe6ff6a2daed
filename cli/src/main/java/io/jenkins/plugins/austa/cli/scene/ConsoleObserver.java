package io.jenkins.plugins.austa.cli.scene;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.console.StageTreeConsole;
import io.jenkins.plugins.austa.cli.host.RunObserver;
import java.time.Duration;
import java.util.List;

/** Shows a run on the terminal while it goes on. */
final class ConsoleObserver implements RunObserver {
  private final StageTreeConsole console;

  ConsoleObserver(StageTreeConsole console) {
    this.console = console;
  }

  @Override
  public void stageStarted(List<String> path) {
    String parent = path.size() > 1 ? id(path.subList(0, path.size() - 1)) : null;
    console.stageStarted(id(path), parent, path.get(path.size() - 1));
  }

  @Override
  public void stageEnded(List<String> path, Result result, Duration duration) {
    console.stageEnded(id(path), result.toString(), duration);
  }

  @Override
  public void branchStarted(List<String> path) {
    stageStarted(path);
  }

  @Override
  public void branchEnded(List<String> path, Result result, Duration duration) {
    stageEnded(path, result, duration);
  }

  @Override
  public void logLine(List<String> path, String line) {
    if (path.isEmpty()) {
      console.note(line);
    } else {
      console.line(id(path), line);
    }
  }

  private static String id(List<String> path) {
    return String.join("\n", path);
  }
}
