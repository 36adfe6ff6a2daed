package hudson.util;

/**
 * Finds the value of a variable.
 *
 * @param <V> type of the value
 */
public interface VariableResolver<V> {
  /** Knows no variable. */
  @SuppressWarnings("rawtypes")
  VariableResolver NONE = name -> null;

  /** Returns the value of {@code name}, or null when there is none. */
  V resolve(String name);
}
