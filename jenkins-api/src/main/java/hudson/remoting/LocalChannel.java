package hudson.remoting;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection to this JVM: work is done in place. It never ends. */
public class LocalChannel implements VirtualChannel {
  private final ExecutorService executor;

  /** Does work that nobody waits for on {@code executor}. */
  public LocalChannel(ExecutorService executor) {
    this.executor = executor;
  }

  @Override
  public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
    return callable.call();
  }

  @Override
  public <V, T extends Throwable> Future<V> callAsync(final Callable<V, T> callable) {
    return new Answer<>(executor.submit(() -> inPlace(callable)));
  }

  private static <V, T extends Throwable> V inPlace(Callable<V, T> callable) throws Exception {
    try {
      return callable.call();
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ExecutionException(e);
    }
  }

  @Override
  public void close() {}

  @Override
  public void join() throws InterruptedException {}

  @Override
  public void join(long timeout) throws InterruptedException {}

  @Override
  public <T> T export(Class<T> intf, T instance) {
    return instance;
  }

  @Override
  public void syncLocalIO() throws InterruptedException {}

  private record Answer<V>(java.util.concurrent.Future<V> answer) implements Future<V> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return answer.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean isCancelled() {
      return answer.isCancelled();
    }

    @Override
    public boolean isDone() {
      return answer.isDone();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
      return answer.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return answer.get(timeout, unit);
    }
  }
}
