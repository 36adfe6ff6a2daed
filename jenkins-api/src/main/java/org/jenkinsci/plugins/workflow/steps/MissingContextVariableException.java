package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A step was called where something it needs is missing. */
public class MissingContextVariableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @NonNull Class<?> type;
  private final @CheckForNull String functionName;

  /** Says that a {@code type} is missing. */
  @Deprecated
  public MissingContextVariableException(@NonNull Class<?> type) {
    this(type, null);
  }

  /** Says that the step {@code d} misses a {@code type}. */
  public MissingContextVariableException(@NonNull Class<?> type, @CheckForNull StepDescriptor d) {
    this.type = type;
    this.functionName = d == null ? null : d.getFunctionName();
  }

  /** Returns the type that is missing. */
  public Class<?> getType() {
    return type;
  }

  @Override
  public String getMessage() {
    String missing = "Required context " + type + " is missing";
    List<StepDescriptor> providers = getProviders();
    if (providers.isEmpty()) {
      return missing;
    }
    String step = functionName == null ? "step" : functionName + " step";
    return missing
        + "\nPerhaps you forgot to surround the "
        + step
        + " with a step that provides this, such as: "
        + providers.stream().map(StepDescriptor::getFunctionName).collect(Collectors.joining(", "));
  }

  /** Returns the steps that give their body what is missing without needing it themselves. */
  public @NonNull List<StepDescriptor> getProviders() {
    return StepDescriptor.all().stream()
        .filter(each -> isIn(each.getProvidedContext()) && !isIn(each.getRequiredContext()))
        .toList();
  }

  private boolean isIn(Set<? extends Class<?>> types) {
    return types.stream().anyMatch(type::isAssignableFrom);
  }
}
