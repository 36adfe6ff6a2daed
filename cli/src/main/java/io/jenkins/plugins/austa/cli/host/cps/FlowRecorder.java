package io.jenkins.plugins.austa.cli.host.cps;

import java.util.Map;

/**
 * Records the steps and bodies of a run as a tree of numbered nodes. All methods are called on the
 * program's thread; number 0 is the run itself.
 */
public interface FlowRecorder {

  /**
   * A step starts.
   *
   * @param block whether the step may run bodies
   * @return the number of the step's node
   */
  int stepStarted(int enclosing, String name, Map<String, Object> arguments, boolean block);

  /** A step ended; {@code failure} is null when it ended well. */
  void stepEnded(int node, Throwable failure);

  /**
   * A body of a step starts.
   *
   * @param label what to show for it, or null when it is neither a stage nor a branch
   * @param branch whether it is one of several that run side by side
   * @return the number of the body's node
   */
  int bodyStarted(int step, String label, boolean branch);

  /** A body ended; {@code failure} is null when it ended well. */
  void bodyEnded(int node, Throwable failure);
}
