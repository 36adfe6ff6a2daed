package io.jenkins.plugins.austa.engine.rollout.history;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The scheduler of a process; the world says when timers are due. */
final class Timers extends AbstractExecutorService implements ScheduledExecutorService {

  private final Process process;
  private long ids;

  Timers(Process process) {
    this.process = process;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    Timer timer = new Timer(command, process.world.now().plus(delay, unit.toChronoUnit()), ids++);
    if (process.alive()) {
      process.timers.add(timer);
    }
    return timer;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void execute(Runnable command) {
    process.calls().execute(command);
  }

  @Override
  public void shutdown() {
    process.timers.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    process.timers.clear();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }

  /** One command at one time. */
  static final class Timer extends FutureTask<Void> implements ScheduledFuture<Void> {
    final Instant at;
    final long id;

    Timer(Runnable command, Instant at, long id) {
      super(command, null);
      this.at = at;
      this.id = id;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Delayed other) {
      throw new UnsupportedOperationException();
    }
  }
}
