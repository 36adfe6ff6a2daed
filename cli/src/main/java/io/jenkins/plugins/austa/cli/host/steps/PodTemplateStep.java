package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import io.jenkins.plugins.austa.cli.host.bind.Ignores;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body as it is: on this host a pod means this machine. */
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
  "name",
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
  "yaml",
  "yamlMergeStrategy"
})
public final class PodTemplateStep extends Step {
  private String label;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public PodTemplateStep() {}

  /** Sets {@code label}. */
  @DataBoundSetter
  public void setLabel(String label) {
    this.label = label;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    String podLabel = label == null ? "this-machine" : label;
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            context.get(EnvironmentExpander.class),
            EnvironmentExpander.constant(Map.of("POD_LABEL", podLabel)));
    return BodyOnce.with(context, List.of(expander));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("podTemplate", true);
    }
  }
}
