package io.jenkins.plugins.austa.plugin.steps;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.fabric8.kubernetes.api.model.Pod;
import io.jenkins.plugins.austa.engine.agents.StagePods;
import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import io.jenkins.plugins.austa.engine.plan.AgentStage;
import io.jenkins.plugins.austa.engine.plan.AgentsPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.Toolchains;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code austaAgent}: decides where a stage runs. Returns the label of a node, or the pod that the
 * stage gets. Needs no agent itself.
 */
public final class AustaAgentStep extends Step {
  private final String stage;
  private String label = "";

  /**
   * @param stage the stage: plan, test, security, build, migrate, deploy or report
   */
  @DataBoundConstructor
  public AustaAgentStep(String stage) {
    this.stage = Util.fixNull(stage).trim();
  }

  /** The stage. */
  public String getStage() {
    return stage;
  }

  /** The label that the Jenkinsfile names for all nodes; empty when it names none. */
  public String getLabel() {
    return label;
  }

  /** Sets the label that the Jenkinsfile names; it counts as long as there is no plan. */
  @DataBoundSetter
  public void setLabel(String label) {
    this.label = Util.fixNull(label).trim();
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends BackgroundExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    private final String stage;
    private final String label;

    Execution(StepContext context, AustaAgentStep step) {
      super(context, FailureKind.CONFIGURATION);
      this.stage = step.stage;
      this.label = step.label;
    }

    @Override
    boolean isQuick() {
      return true;
    }

    @Override
    Map<String, Object> work() throws Exception {
      AgentStage wanted = AgentStage.named(stage);
      Optional<PipelinePlan> plan = AustaAction.find(build()).map(AustaAction::plan);
      AgentsPlan agents =
          plan.map(PipelinePlan::agents)
              .orElseGet(() -> KubernetesClouds.plan(AgentsConfig.defaults(), label));
      if (!agents.pods()) {
        return PlanView.map("label", agents.label(wanted));
      }
      Set<String> toolchains = plan.map(known -> Toolchains.of(known, wanted)).orElse(Set.of());
      Pod pod = AgentPods.pod(agents.config(), wanted, toolchains);
      log(stage + " runs in a pod of " + StagePods.images(pod).size() + " containers:");
      for (Map.Entry<String, String> each : StagePods.images(pod).entrySet()) {
        log("  " + each.getKey() + " " + each.getValue());
      }
      return PlanView.map("pod", AgentPods.arguments(agents.config(), wanted, pod));
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaAgent", "Decide where a stage runs", Run.class, TaskListener.class);
    }
  }
}
