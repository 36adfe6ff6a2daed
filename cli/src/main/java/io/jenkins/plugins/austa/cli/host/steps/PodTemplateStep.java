package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Runs its body as it is: on this host a pod means this machine. */
public final class PodTemplateStep extends Step {
  private String label;
  private String name;
  private String cloud;
  private String namespace;
  private String inheritFrom;
  private String yaml;
  private String serviceAccount;
  private String nodeSelector;
  private String nodeUsageMode;
  private String workingDir;
  private String imagePullPolicy;
  private String runAsUser;
  private String runAsGroup;
  private String supplementalGroups;
  private String schedulerName;
  private String agentContainer;
  private Object containers;
  private Object volumes;
  private Object envVars;
  private Object yamlMergeStrategy;
  private Object imagePullSecrets;
  private Object annotations;
  private Object workspaceVolume;
  private Object podRetention;
  private Object idleMinutes;
  private Object slaveConnectTimeout;
  private Object activeDeadlineSeconds;
  private Object instanceCap;
  private Object hostNetwork;
  private Object showRawYaml;
  private Object agentInjection;

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

  /** Sets {@code cloud}. */
  @DataBoundSetter
  public void setCloud(String cloud) {
    this.cloud = cloud;
  }

  /** Sets {@code namespace}. */
  @DataBoundSetter
  public void setNamespace(String namespace) {
    this.namespace = namespace;
  }

  /** Sets {@code inheritFrom}. */
  @DataBoundSetter
  public void setInheritFrom(String inheritFrom) {
    this.inheritFrom = inheritFrom;
  }

  /** Sets {@code yaml}. */
  @DataBoundSetter
  public void setYaml(String yaml) {
    this.yaml = yaml;
  }

  /** Sets {@code serviceAccount}. */
  @DataBoundSetter
  public void setServiceAccount(String serviceAccount) {
    this.serviceAccount = serviceAccount;
  }

  /** Sets {@code nodeSelector}. */
  @DataBoundSetter
  public void setNodeSelector(String nodeSelector) {
    this.nodeSelector = nodeSelector;
  }

  /** Sets {@code nodeUsageMode}. */
  @DataBoundSetter
  public void setNodeUsageMode(String nodeUsageMode) {
    this.nodeUsageMode = nodeUsageMode;
  }

  /** Sets {@code workingDir}. */
  @DataBoundSetter
  public void setWorkingDir(String workingDir) {
    this.workingDir = workingDir;
  }

  /** Sets {@code imagePullPolicy}. */
  @DataBoundSetter
  public void setImagePullPolicy(String imagePullPolicy) {
    this.imagePullPolicy = imagePullPolicy;
  }

  /** Sets {@code runAsUser}. */
  @DataBoundSetter
  public void setRunAsUser(String runAsUser) {
    this.runAsUser = runAsUser;
  }

  /** Sets {@code runAsGroup}. */
  @DataBoundSetter
  public void setRunAsGroup(String runAsGroup) {
    this.runAsGroup = runAsGroup;
  }

  /** Sets {@code supplementalGroups}. */
  @DataBoundSetter
  public void setSupplementalGroups(String supplementalGroups) {
    this.supplementalGroups = supplementalGroups;
  }

  /** Sets {@code schedulerName}. */
  @DataBoundSetter
  public void setSchedulerName(String schedulerName) {
    this.schedulerName = schedulerName;
  }

  /** Sets {@code agentContainer}. */
  @DataBoundSetter
  public void setAgentContainer(String agentContainer) {
    this.agentContainer = agentContainer;
  }

  /** Sets {@code containers}. */
  @DataBoundSetter
  public void setContainers(Object containers) {
    this.containers = containers;
  }

  /** Sets {@code volumes}. */
  @DataBoundSetter
  public void setVolumes(Object volumes) {
    this.volumes = volumes;
  }

  /** Sets {@code envVars}. */
  @DataBoundSetter
  public void setEnvVars(Object envVars) {
    this.envVars = envVars;
  }

  /** Sets {@code yamlMergeStrategy}. */
  @DataBoundSetter
  public void setYamlMergeStrategy(Object yamlMergeStrategy) {
    this.yamlMergeStrategy = yamlMergeStrategy;
  }

  /** Sets {@code imagePullSecrets}. */
  @DataBoundSetter
  public void setImagePullSecrets(Object imagePullSecrets) {
    this.imagePullSecrets = imagePullSecrets;
  }

  /** Sets {@code annotations}. */
  @DataBoundSetter
  public void setAnnotations(Object annotations) {
    this.annotations = annotations;
  }

  /** Sets {@code workspaceVolume}. */
  @DataBoundSetter
  public void setWorkspaceVolume(Object workspaceVolume) {
    this.workspaceVolume = workspaceVolume;
  }

  /** Sets {@code podRetention}. */
  @DataBoundSetter
  public void setPodRetention(Object podRetention) {
    this.podRetention = podRetention;
  }

  /** Sets {@code idleMinutes}. */
  @DataBoundSetter
  public void setIdleMinutes(Object idleMinutes) {
    this.idleMinutes = idleMinutes;
  }

  /** Sets {@code slaveConnectTimeout}. */
  @DataBoundSetter
  public void setSlaveConnectTimeout(Object slaveConnectTimeout) {
    this.slaveConnectTimeout = slaveConnectTimeout;
  }

  /** Sets {@code activeDeadlineSeconds}. */
  @DataBoundSetter
  public void setActiveDeadlineSeconds(Object activeDeadlineSeconds) {
    this.activeDeadlineSeconds = activeDeadlineSeconds;
  }

  /** Sets {@code instanceCap}. */
  @DataBoundSetter
  public void setInstanceCap(Object instanceCap) {
    this.instanceCap = instanceCap;
  }

  /** Sets {@code hostNetwork}. */
  @DataBoundSetter
  public void setHostNetwork(Object hostNetwork) {
    this.hostNetwork = hostNetwork;
  }

  /** Sets {@code showRawYaml}. */
  @DataBoundSetter
  public void setShowRawYaml(Object showRawYaml) {
    this.showRawYaml = showRawYaml;
  }

  /** Sets {@code agentInjection}. */
  @DataBoundSetter
  public void setAgentInjection(Object agentInjection) {
    this.agentInjection = agentInjection;
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
