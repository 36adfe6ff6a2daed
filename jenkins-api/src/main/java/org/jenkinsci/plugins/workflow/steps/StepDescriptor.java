package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** What is known of a step: its name, what it needs, what it gives its body. */
public abstract class StepDescriptor extends Descriptor<Step> {
  /** Returns the types the step cannot do without in its {@link StepContext}. */
  public abstract Set<? extends Class<?>> getRequiredContext();

  /** Returns the types the step adds to the context of its body. */
  public Set<? extends Class<?>> getProvidedContext() {
    return Set.of();
  }

  /** Returns the name by which scripts call the step. */
  public abstract String getFunctionName();

  /** Returns whether the step takes a body. */
  public boolean takesImplicitBlockArgument() {
    return false;
  }

  /** Returns whether the step is kept out of the main list. */
  public boolean isAdvanced() {
    return false;
  }

  /** Returns whether the step runs other describables under their own names. */
  public boolean isMetaStep() {
    return false;
  }

  /** Fails unless {@code c} has all the step needs. */
  public final void checkContextAvailability(StepContext c)
      throws MissingContextVariableException, IOException, InterruptedException {
    for (Class<?> type : getRequiredContext()) {
      if (c.get(type) == null) {
        throw new MissingContextVariableException(type, this);
      }
    }
  }

  /** Returns the descriptors of all steps. */
  public static ExtensionList<StepDescriptor> all() {
    return ExtensionList.lookup(StepDescriptor.class);
  }

  /** Returns the descriptor of the step called {@code name}, or null. */
  public static @Nullable StepDescriptor byFunctionName(String name) {
    for (StepDescriptor each : all()) {
      if (each.getFunctionName().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /**
   * Returns the arguments in short for people, null where they do not fit: more than one, or no
   * plain value.
   */
  @CheckForNull
  public String argumentsToString(@NonNull Map<String, Object> namedArgs) {
    if (namedArgs.size() != 1) {
      return null;
    }
    Object only = namedArgs.values().iterator().next();
    boolean plain =
        only instanceof CharSequence
            || only instanceof Number
            || only instanceof Boolean
            || only instanceof Enum<?>;
    return plain ? only.toString() : null;
  }
}
