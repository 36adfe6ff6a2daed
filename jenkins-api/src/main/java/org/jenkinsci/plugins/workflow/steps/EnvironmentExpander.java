package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds variables to those of the steps in a body. */
public abstract class EnvironmentExpander implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Adds the variables to {@code env}. */
  public abstract void expand(@NonNull EnvVars env) throws IOException, InterruptedException;

  /** Returns the names of the variables whose values are secret. */
  public @NonNull Set<String> getSensitiveVariables() {
    return Set.of();
  }

  /** Makes an expander that adds {@code env} by {@link EnvVars#overrideAll}. */
  public static EnvironmentExpander constant(@NonNull Map<String, String> env) {
    return new Constant(new HashMap<>(env));
  }

  /**
   * Makes an expander that does what {@code original} does, if any, and then {@code subsequent}.
   */
  public static EnvironmentExpander merge(
      @CheckForNull EnvironmentExpander original, @NonNull EnvironmentExpander subsequent) {
    return original == null ? subsequent : new Merged(original, subsequent);
  }

  /** Returns the variables of a step: the contextual ones, the customised ones, the expander's. */
  public static @NonNull EnvVars getEffectiveEnvironment(
      @NonNull EnvVars customEnvironment,
      @CheckForNull EnvVars contextualEnvironment,
      @CheckForNull EnvironmentExpander expander,
      @CheckForNull StepContext stepContext,
      @NonNull TaskListener listener)
      throws IOException, InterruptedException {
    EnvVars env =
        contextualEnvironment == null ? new EnvVars() : new EnvVars(contextualEnvironment);
    env.putAll(customEnvironment);
    if (expander != null) {
      expander.expand(env);
    }
    return env;
  }

  private static final class Constant extends EnvironmentExpander {
    private static final long serialVersionUID = 1L;
    private final HashMap<String, String> added;

    Constant(HashMap<String, String> added) {
      this.added = added;
    }

    @Override
    public void expand(EnvVars env) {
      env.overrideAll(added);
    }
  }

  private static final class Merged extends EnvironmentExpander {
    private static final long serialVersionUID = 1L;
    private final EnvironmentExpander first;
    private final EnvironmentExpander second;

    Merged(EnvironmentExpander first, EnvironmentExpander second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void expand(EnvVars env) throws IOException, InterruptedException {
      first.expand(env);
      second.expand(env);
    }

    @Override
    public Set<String> getSensitiveVariables() {
      Set<String> both = new HashSet<>(first.getSensitiveVariables());
      both.addAll(second.getSensitiveVariables());
      return both;
    }
  }
}
