package io.jenkins.plugins.austa.sandbox.traffic;

/** Hears of each answer when it has come; called on the event loop of the traffic, so be quick. */
@FunctionalInterface
public interface AnswerListener {

  /**
   * @param colour who answered, null when unknown
   * @param nanos when, by {@link System#nanoTime()}
   */
  void answered(String colour, long nanos);
}
