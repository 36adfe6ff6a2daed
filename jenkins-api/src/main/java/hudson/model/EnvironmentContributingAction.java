package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;

/** An action that adds variables to the build it is attached to. */
public interface EnvironmentContributingAction extends Action {
  /** Adds the variables to {@code env}. */
  default void buildEnvironment(@NonNull Run<?, ?> run, @NonNull EnvVars env) {}
}
