package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body as it is: on this host a pod means this machine, and the log says so. */
@Ignores({
  "activeDeadlineSeconds",
  "agentContainer",
  "agentInjection",
  "annotations",
  "cloud",
  "containers",
  "envVars",
  "hostNetwork",
  "idleMinutes",
  "imagePullPolicy",
  "imagePullSecrets",
  "inheritFrom",
  "instanceCap",
  "namespace",
  "nodeSelector",
  "nodeUsageMode",
  "podRetention",
  "runAsGroup",
  "runAsUser",
  "schedulerName",
  "serviceAccount",
  "showRawYaml",
  "slaveConnectTimeout",
  "supplementalGroups",
  "volumes",
  "workingDir",
  "workspaceVolume",
  "yamlMergeStrategy"
})
public final class PodTemplateStep extends Step {
  private String label;
  private String name;
  private String yaml;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public PodTemplateStep() {}

  /** Sets {@code label}. */
  @DataBoundSetter
  public void setLabel(String label) {
    this.label = label;
  }

  /** Sets {@code name}. */
  @DataBoundSetter
  public void setName(String name) {
    this.name = name;
  }

  /** Sets {@code yaml}. */
  @DataBoundSetter
  public void setYaml(String yaml) {
    this.yaml = yaml;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    String podLabel = label == null ? "this-machine" : label;
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            context.get(EnvironmentExpander.class),
            EnvironmentExpander.constant(Map.of("POD_LABEL", podLabel)));
    PodStandIn pod = PodStandIn.of(name, yaml);
    context
        .get(TaskListener.class)
        .getLogger()
        .println(
            "Pod '" + pod.name() + "' with containers " + pod.containers() + ": on this machine");
    return BodyOnce.with(context, List.of(expander, pod));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("podTemplate", true, TaskListener.class);
    }
  }
}
