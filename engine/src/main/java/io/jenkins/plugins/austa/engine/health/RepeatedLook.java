package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One wait: looks, pauses, and looks again when the pause is over or a change is told. Two looks
 * never overlap.
 */
final class RepeatedLook<T> {

  private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);

  /** Changes come in swarms; this is the least time between two looks. */
  private static final Duration GAP = Duration.ofMillis(100);

  private final Supplier<CompletableFuture<T>> look;
  private final Predicate<T> settled;
  private final Pace<T> pace;
  private final Timing timing;
  private final CompletableFuture<T> result;

  private Changes.Following following = Changes.Following.DEAF;
  private Duration left;
  private Duration pause = Duration.ZERO;
  private Instant paused;
  private Future<?> timer;
  private boolean news;
  private volatile boolean listens;
  private boolean ended;

  /**
   * @param most how long to look at most
   * @param result gets what settles, or what was seen when the time is over; ends the wait when it
   *     is completed by somebody else
   */
  RepeatedLook(
      Supplier<CompletableFuture<T>> look,
      Predicate<T> settled,
      Pace<T> pace,
      Duration most,
      Timing timing,
      CompletableFuture<T> result) {
    this.look = look;
    this.settled = settled;
    this.pace = pace;
    this.left = most;
    this.timing = timing;
    this.result = result;
  }

  /** Looks for the first time, at once. */
  void start() {
    result.whenComplete((value, failure) -> end());
    look();
  }

  private void look() {
    if (result.isDone()) {
      return;
    }
    Instant start = timing.now();
    try {
      look.get().whenComplete((seen, failure) -> seen(start, seen, failure));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  private void seen(Instant start, T seen, Throwable failure) {
    if (failure != null) {
      result.completeExceptionally(failure);
    } else if (settled.test(seen) || !timeLeft(timing.since(start, LONGEST_LOOK))) {
      // Before anybody hears of it: whoever does finds that nothing is left of the wait.
      end();
      result.complete(seen);
    } else {
      listen();
      pause(seen);
    }
  }

  /** Most waits are over with their first look and need nobody to tell them anything. */
  private void listen() {
    if (listens) {
      return;
    }
    listens = true;
    Changes.Following place = pace.changes().follow(this::changed);
    boolean tooLate;
    synchronized (this) {
      following = place;
      tooLate = ended;
      // What has changed since the first look was told to others only.
      news |= place != Changes.Following.DEAF;
    }
    if (tooLate) {
      place.close();
    }
  }

  private synchronized boolean timeLeft(Duration taken) {
    left = left.minus(taken);
    return !left.isNegative() && !left.isZero();
  }

  private synchronized void pause(T seen) {
    Duration wanted = news ? GAP : pace.after(seen, following);
    news = false;
    sleep(wanted);
  }

  /** Pauses are as long as the timer makes them, whatever the clock says. */
  private void sleep(Duration wanted) {
    pause = left.compareTo(wanted) < 0 ? left : wanted;
    paused = timing.now();
    try {
      timer = timing.later(this::rested, pause);
      if (result.isDone()) {
        timer.cancel(false);
      }
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(e);
    }
  }

  private void rested() {
    synchronized (this) {
      timer = null;
      left = left.minus(pause);
    }
    look();
  }

  /** A change during a look may have been missed by it; one during a pause ends the pause. */
  private synchronized void changed() {
    if (timer == null) {
      news = true;
      return;
    }
    Duration rested = timing.since(paused, pause);
    if (pause.minus(rested).compareTo(GAP) <= 0 || !timer.cancel(false)) {
      return;
    }
    timer = null;
    left = left.minus(rested);
    if (rested.compareTo(GAP) < 0) {
      sleep(GAP.minus(rested));
    } else {
      timing.soon(this::look);
    }
  }

  private void end() {
    Changes.Following place;
    synchronized (this) {
      if (timer != null) {
        timer.cancel(false);
        timer = null;
      }
      ended = true;
      place = following;
      following = Changes.Following.DEAF;
    }
    place.close();
  }
}
