package io.jenkins.plugins.austa.engine.rollout.history;

import io.jenkins.plugins.austa.engine.rollout.Rollout;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** A process with its rollout: tasks, timers and a clock of its own. All in the world's time. */
final class Process {

  final Slot slot;
  final World world;
  final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  final PriorityQueue<Timers.Timer> timers =
      new PriorityQueue<>(Comparator.comparing((Timers.Timer t) -> t.at).thenComparing(t -> t.id));
  final ScheduledExecutorService scheduler = new Timers(this);

  Rollout rollout;
  CompletableFuture<?> operation = CompletableFuture.completedFuture(null);
  Interruption armed = Interruption.NONE;
  Coroutine stalled;

  /** Whether it has read the entry since somebody edited it. */
  boolean knowsOfEdit;

  private Coroutine running;
  private boolean dead;

  Process(Slot slot, World world) {
    this.slot = slot;
    this.world = world;
  }

  Executor calls() {
    return task -> {
      if (!dead) {
        tasks.add(task);
      }
    };
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return world.now().plusSeconds(slot.secondsAhead());
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  boolean alive() {
    return !dead;
  }

  boolean canRun() {
    return !dead && stalled == null;
  }

  boolean busy() {
    return !operation.isDone();
  }

  void runOne() {
    Runnable task = tasks.poll();
    if (!armed.stalls()) {
      unlessDead(task);
      return;
    }
    running = new Coroutine();
    running.start(() -> unlessDead(task));
    stalled = running.finished() ? null : running;
  }

  private static void unlessDead(Runnable task) {
    try {
      task.run();
    } catch (Died gone) {
      // Nothing of it is left.
    }
  }

  /** Called in one of its tasks: stands still until woken. */
  void stall() {
    armed = Interruption.NONE;
    running.stop();
    if (dead) {
      throw new Died();
    }
  }

  void wake() {
    Coroutine sleeping = stalled;
    stalled = null;
    sleeping.resume();
    if (!sleeping.finished()) {
      stalled = sleeping;
    }
  }

  void kill() {
    dead = true;
    tasks.clear();
    timers.clear();
    if (stalled != null) {
      wake();
    }
  }
}
