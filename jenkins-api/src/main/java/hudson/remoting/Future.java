package hudson.remoting;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;

/**
 * The answer of a call that may not be there yet.
 *
 * @param <V> type of the answer
 */
@SuppressFBWarnings(
    value = "NM_SAME_SIMPLE_NAME_AS_INTERFACE",
    justification = "the real type has this shape")
public interface Future<V> extends java.util.concurrent.Future<V> {}
