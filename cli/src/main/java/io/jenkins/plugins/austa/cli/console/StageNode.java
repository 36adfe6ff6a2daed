package io.jenkins.plugins.austa.cli.console;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One stage on the terminal. Not thread-safe; {@link StageTreeConsole} guards it. */
final class StageNode {
  private static final int LINES_KEPT = 12;

  private final String name;
  private final StageNode parent;
  private final long startedNanos;
  private final List<StageNode> children = new ArrayList<>();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private String result;
  private Duration duration;

  /**
   * @param parent null for a top-level stage
   */
  StageNode(String name, StageNode parent, long startedNanos) {
    this.name = name;
    this.parent = parent;
    this.startedNanos = startedNanos;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  void end(String endResult, Duration took) {
    result = endResult;
    duration = took;
  }

  void line(String text) {
    if (text.isBlank()) {
      return;
    }
    lastLines.addLast(text);
    if (lastLines.size() > LINES_KEPT) {
      lastLines.removeFirst();
    }
  }

  String name() {
    return name;
  }

  /** Null while it runs. */
  String result() {
    return result;
  }

  boolean isRunning() {
    return result == null;
  }

  /** How long it took, or has taken until now. */
  Duration duration(long nowNanos) {
    return duration != null ? duration : Duration.ofNanos(nowNanos - startedNanos);
  }

  List<StageNode> children() {
    return children;
  }

  /** The last lines that it printed, oldest first. */
  List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  /** Names from the outermost stage to this one. */
  List<String> path() {
    List<String> path = parent == null ? new ArrayList<>() : parent.path();
    path.add(name);
    return path;
  }
}
