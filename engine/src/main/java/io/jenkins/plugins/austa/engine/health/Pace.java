package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * When a wait looks again.
 *
 * @param interval between two looks as long as nobody tells of changes
 * @param changes tell that something may have changed
 * @param told whether what was seen becomes something else only with a change that is told
 */
record Pace<T>(Duration interval, Changes changes, Predicate<T> told) {

  /** A connection on which changes are told can be dead without anybody knowing. */
  private static final Duration UNASKED = Duration.ofSeconds(10);

  /** Looks at regular intervals. */
  static <T> Pace<T> every(Duration interval) {
    return new Pace<>(interval, Changes.NONE, seen -> false);
  }

  /** How long to wait for a change after a look. */
  Duration after(T seen, Changes.Following following) {
    boolean patient = told.test(seen) && following.live();
    return patient && interval.compareTo(UNASKED) < 0 ? UNASKED : interval;
  }
}
