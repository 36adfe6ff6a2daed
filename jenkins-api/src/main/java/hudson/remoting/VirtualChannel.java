package hudson.remoting;

import java.io.IOException;

/** A connection over which work is done at the other side. */
public interface VirtualChannel {
  /** Does the work and waits for the answer. */
  <V, T extends Throwable> V call(Callable<V, T> callable)
      throws IOException, T, InterruptedException;

  /** Begins the work. */
  <V, T extends Throwable> Future<V> callAsync(final Callable<V, T> callable) throws IOException;

  /** Ends the connection. */
  void close() throws IOException;

  /** Waits until the connection has ended. */
  void join() throws InterruptedException;

  /** Waits until the connection has ended, at most {@code timeout} milliseconds. */
  void join(long timeout) throws InterruptedException;

  /** Makes {@code instance} callable from the other side. */
  <T> T export(Class<T> type, T instance);

  /** Waits until what was written locally has arrived. */
  void syncLocalIO() throws InterruptedException;
}
