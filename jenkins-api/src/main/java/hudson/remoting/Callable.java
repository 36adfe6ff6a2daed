package hudson.remoting;

import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;

/**
 * Work that can be done at the other side of a connection.
 *
 * @param <V> type of the answer
 * @param <T> what may be thrown
 */
public interface Callable<V, T extends Throwable> extends Serializable, RoleSensitive {
  /** Does the work. */
  V call() throws T;
}
