package io.jenkins.plugins.austa.bench.rollout;

import io.jenkins.plugins.austa.sandbox.traffic.AnswerListener;
import java.util.concurrent.TimeUnit;

/**
 * Sees users go from one colour to the other: when the first of them is answered by the new one,
 * and when the last is answered by the old one. Safe for use by several threads.
 */
final class Crossing implements AnswerListener {

  private String to = "";
  private long since;
  private long first;
  private long last;
  private long newest;

  /**
   * How long users took.
   *
   * @param firstMillis until the first answer of the new colour
   * @param lastMillis until the last answer of the old colour
   */
  record Times(double firstMillis, double lastMillis) {}

  /** Measures from now on how users get to {@code colour}. */
  synchronized void begin(String colour) {
    to = colour;
    since = System.nanoTime();
    first = 0;
    last = since;
  }

  @Override
  public synchronized void answered(String colour, long nanos) {
    newest = nanos;
    if (nanos < since) {
      return;
    }
    if (!to.equals(colour)) {
      last = nanos;
    } else if (first == 0) {
      first = nanos;
    }
  }

  /** Whether for so long everybody has been answered by the new colour. */
  synchronized boolean isOver(long millis) {
    return first > 0 && newest - Math.max(first, last) > TimeUnit.MILLISECONDS.toNanos(millis);
  }

  synchronized Times times() {
    return new Times(millis(first), millis(last));
  }

  private double millis(long nanos) {
    return (nanos - since) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
