package io.jenkins.plugins.austa.plugin.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What the descriptors of all steps have in common. */
public abstract class AustaStepDescriptor extends StepDescriptor {
  private final String function;
  private final String displayName;
  private final Set<Class<?>> context;

  /**
   * @param function the name in a Jenkinsfile
   * @param displayName the name in the snippet generator
   * @param context what must surround the step
   */
  AustaStepDescriptor(String function, String displayName, Class<?>... context) {
    this.function = function;
    this.displayName = displayName;
    this.context = Set.of(context);
  }

  @Override
  public final String getFunctionName() {
    return function;
  }

  @NonNull
  @Override
  public final String getDisplayName() {
    return displayName;
  }

  @Override
  public final Set<? extends Class<?>> getRequiredContext() {
    return context;
  }
}
