package io.jenkins.plugins.austa.engine.rollout.history;

import io.jenkins.plugins.austa.engine.rollout.Preparation;
import java.util.List;
import java.util.Optional;

/**
 * A place where a process may run: a build, and a controller that runs it. What the build knows
 * outlives its processes.
 */
final class Slot {

  /** The same build may be run by two controllers, one of which believes that the other is gone. */
  private static final List<String> NAMES =
      List.of("build-2", "build-2 on another controller", "build-3", "build-4", "build-9");

  /** The slot of whoever comes at the end. */
  static final int LAST = NAMES.size() - 1;

  final int index;
  final Wire wire;
  Process process;
  Optional<Preparation> prepared = Optional.empty();
  private int secondsAhead;
  private int mostSecondsAhead;

  Slot(int index, Wire wire) {
    this.index = index;
    this.wire = wire;
  }

  /** How far the clock of its processes is from the true time. */
  int secondsAhead() {
    return secondsAhead;
  }

  /** Whoever reads what was written meanwhile sees times up to that far in the future. */
  int mostSecondsAhead() {
    return mostSecondsAhead;
  }

  void setAhead(int seconds) {
    secondsAhead = seconds;
    mostSecondsAhead = Math.max(mostSecondsAhead, seconds);
  }

  static String name(int index) {
    return NAMES.get(index);
  }

  String holder() {
    return name(index).split(" ")[0];
  }
}
