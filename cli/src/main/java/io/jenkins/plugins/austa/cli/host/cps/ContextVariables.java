package io.jenkins.plugins.austa.cli.host.cps;

import java.io.Serializable;
import java.util.List;

/**
 * The objects that enclosing steps gave to the body they run, innermost first. Immutable.
 *
 * @param outer what the step itself was given; null at the start of the program
 * @param overrides what the step added for its body
 */
public record ContextVariables(ContextVariables outer, List<Object> overrides)
    implements Serializable {

  /** The context at the start of a program: nothing. */
  public static final ContextVariables NONE = new ContextVariables(null, List.of());

  /** Copies nothing: {@code overrides} must not change afterwards. */
  public ContextVariables {
    overrides = List.copyOf(overrides);
  }

  /** Returns the innermost object of the given type, or null when no enclosing step gave one. */
  public <T> T find(Class<T> type) {
    for (ContextVariables level = this; level != null; level = level.outer) {
      for (int i = level.overrides.size() - 1; i >= 0; i--) {
        if (type.isInstance(level.overrides.get(i))) {
          return type.cast(level.overrides.get(i));
        }
      }
    }
    return null;
  }

  /** Returns a context for a body that sees {@code added} before everything here. */
  public ContextVariables with(List<Object> added) {
    return added.isEmpty() ? this : new ContextVariables(this, added);
  }
}
