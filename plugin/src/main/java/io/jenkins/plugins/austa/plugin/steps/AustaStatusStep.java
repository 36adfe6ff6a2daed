package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.RolloutStatus;
import io.jenkins.plugins.austa.engine.rollout.StatusData;
import io.jenkins.plugins.austa.engine.rollout.StatusText;
import io.jenkins.plugins.austa.plugin.rollout.OpenRollout;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaStatus}: returns and logs what record and cluster say of an environment's release.
 * Takes no lease and changes nothing.
 */
public final class AustaStatusStep extends EnvironmentStep {

  /**
   * @param environment the environment
   */
  @DataBoundConstructor
  public AustaStatusStep(String environment) {
    super(environment);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, getEnvironment());
  }

  private static final class Execution extends BackgroundExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    private final String environment;

    Execution(StepContext context, String environment) {
      super(context, FailureKind.ENVIRONMENT);
      this.environment = environment;
    }

    @Override
    Map<String, Object> work() throws Exception {
      if (!action().deployment(environment).isBlueGreen()) {
        log(environment + " is deployed rolling: no rollouts of it are recorded");
        return PlanView.map("environment", environment, "strategy", "rolling");
      }
      TaskListener listener = getContext().get(TaskListener.class);
      try (OpenRollout open = OpenRollout.of(build(), environment, listener)) {
        RolloutStatus status = open.status().read();
        for (String line : StatusText.lines(status)) {
          log(line);
        }
        Map<String, Object> data = StatusData.of(status);
        Optional<String> helm = open.recorded().trouble();
        if (helm.isPresent()) {
          log("helm     " + helm.get());
          data.put("helm", helm.get());
        }
        return data;
      }
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaStatus", "Tell the status of a release", Run.class, TaskListener.class);
    }
  }
}
