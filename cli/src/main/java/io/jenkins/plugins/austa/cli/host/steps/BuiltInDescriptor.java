package io.jenkins.plugins.austa.cli.host.steps;

import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What the descriptors of the host's own steps have in common. */
abstract class BuiltInDescriptor extends StepDescriptor {
  private final String functionName;
  private final boolean block;
  private final Set<Class<?>> required;

  /**
   * Describes a step.
   *
   * @param block whether it is called with a body
   * @param required what must be in its context
   */
  BuiltInDescriptor(String functionName, boolean block, Class<?>... required) {
    this.functionName = functionName;
    this.block = block;
    this.required = Set.of(required);
  }

  @Override
  public final String getFunctionName() {
    return functionName;
  }

  @Override
  public final boolean takesImplicitBlockArgument() {
    return block;
  }

  @Override
  public final Set<? extends Class<?>> getRequiredContext() {
    return required;
  }

  @Override
  public String getDisplayName() {
    return functionName;
  }
}
