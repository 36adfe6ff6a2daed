package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Waits until someone says yes or no, by the run's approval policy; holds no workspace. */
@Ignores({"cancel"})
public final class InputStep extends Step {
  private final String message;
  private String id;
  private String ok;
  private String submitter;
  private String submitterParameter;
  private List<ParameterDefault> parameters = List.of();

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public InputStep(String message) {
    this.message = message;
  }

  /** Sets {@code id}. */
  @DataBoundSetter
  public void setId(String id) {
    this.id = id;
  }

  /** Sets {@code ok}. */
  @DataBoundSetter
  public void setOk(String ok) {
    this.ok = ok;
  }

  /** Sets {@code submitter}. */
  @DataBoundSetter
  public void setSubmitter(String submitter) {
    this.submitter = submitter;
  }

  /** Sets {@code submitterParameter}. */
  @DataBoundSetter
  public void setSubmitterParameter(String submitterParameter) {
    this.submitterParameter = submitterParameter;
  }

  /** Sets {@code parameters}. */
  @DataBoundSetter
  public void setParameters(List<ParameterDefault> parameters) {
    this.parameters = parameters;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return new InputExecution(
        context, new InputQuestion(message, id, ok, submitter, submitterParameter, parameters));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("input", false, TaskListener.class, Run.class);
    }
  }
}
