package io.jenkins.plugins.austa.cli.console;

import java.util.List;

/**
 * How a run's progress is put on a terminal. Called by one thread at a time. Time is {@link
 * System#nanoTime()}'s.
 */
interface Display {
  void started(StageNode stage, long now);

  void ended(StageNode stage, long now);

  /** A stage printed a line. */
  void line(StageNode stage, String text, long now);

  /** Something to know that belongs to no stage. */
  void note(String text, long now);

  /** Called a few times a second, to show what has changed. */
  void tick(long now);

  /** Leaves the terminal to somebody else until {@link #resume()}; what is shown stays. */
  void pause(long now);

  /** Takes the terminal back; what was held back meanwhile is shown by the next tick. */
  void resume();

  /** Puts everything down for good and writes the closing lines. */
  void finish(List<String> closing, long now);

  /** Leaves the terminal as it was found; may be called more than once. */
  void close(long now);
}
