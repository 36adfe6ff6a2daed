package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import io.jenkins.plugins.austa.cli.host.services.RunParameters;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** Takes the defaults of declared parameters; other properties mean nothing here. */
public final class PropertiesStep extends Step {
  private final List<Object> properties;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public PropertiesStep(List<Object> properties) {
    this.properties = properties;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(
        context,
        c -> {
          RunParameters parameters = HostServices.of(c).parameters();
          for (Object property : properties) {
            if (property instanceof ParametersProperty declared) {
              declared
                  .parameterDefinitions()
                  .forEach(parameter -> parameters.declare(parameter.name(), parameter.value()));
            }
          }
          return null;
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("properties", false);
    }
  }
}
