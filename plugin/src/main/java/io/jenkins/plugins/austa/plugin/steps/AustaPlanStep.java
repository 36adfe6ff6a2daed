package io.jenkins.plugins.austa.plugin.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.config.AustaConfig;
import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.plan.AgentsPlan;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.Planner;
import io.jenkins.plugins.austa.engine.plan.RepositoryFacts;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code austaPlan}: reads the configuration and decides what this run will do. */
public final class AustaPlanStep extends Step {
  static final String DEFAULT_CONFIG = "austa.yaml";

  private String config = DEFAULT_CONFIG;
  private Map<String, String> revision = new HashMap<>();
  private String label = "";
  private Map<String, Object> options = new HashMap<>();

  /** With the default configuration file. */
  @DataBoundConstructor
  public AustaPlanStep() {}

  /** The configuration file, relative to the workspace. */
  public String getConfig() {
    return config;
  }

  /** Sets the configuration file. */
  @DataBoundSetter
  public void setConfig(String config) {
    String given = Util.fixEmptyAndTrim(config);
    this.config = given == null ? DEFAULT_CONFIG : given;
  }

  /** What {@code checkout} returned: branch, commit and address of what is delivered. */
  public Map<String, String> getRevision() {
    return new HashMap<>(revision);
  }

  /**
   * Sets what {@code checkout} returned; null, as of a checkout that tells nothing, is taken as
   * empty.
   */
  @DataBoundSetter
  public void setRevision(Map<String, String> revision) {
    this.revision = new HashMap<>(revision == null ? Map.of() : revision);
  }

  /** The label that the Jenkinsfile names for all nodes; empty when it names none. */
  public String getLabel() {
    return label;
  }

  /** Sets the label that the Jenkinsfile names for all nodes. */
  @DataBoundSetter
  public void setLabel(String label) {
    this.label = Util.fixNull(label).trim();
  }

  /** What {@code austaPipeline} was called with. */
  public Map<String, Object> getOptions() {
    return new HashMap<>(options);
  }

  /**
   * Sets what {@code austaPipeline} was called with; its {@code config} and {@code agent} then
   * stand for configuration file and label, and any other key is refused when the step runs.
   */
  @DataBoundSetter
  public void setOptions(Map<String, Object> options) {
    this.options = new HashMap<>(options == null ? Map.of() : options);
  }

  @Override
  public StepExecution start(StepContext context) throws DeliveryFailedException {
    if (!options.isEmpty()) {
      PipelineOptions given = PipelineOptions.of(options);
      setConfig(given.config());
      setLabel(given.agent());
    }
    return new Execution(context, this);
  }

  private static final class Execution extends BackgroundExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final HashMap<String, String> revision;
    private final String label;

    Execution(StepContext context, AustaPlanStep step) {
      super(context, FailureKind.CONFIGURATION);
      this.file = step.config;
      this.revision = new HashMap<>(step.revision);
      this.label = step.label;
    }

    @Override
    Map<String, Object> work() throws Exception {
      requireSteps();
      FilePath workspace = workspace();
      SourceRevision source = new SourceRevision(revision, getContext().get(EnvVars.class));
      AustaConfig config = ConfigReader.read(file, text(workspace.child(file)));
      Set<String> existing = Set.copyOf(workspace.act(new ExistingPaths(Planner.markers(config))));
      RepositoryFacts repository = new RepositoryFacts(repositoryName(source.url()), existing);
      AgentsPlan agents = KubernetesClouds.plan(config.agents(), label);
      PipelinePlan plan = Planner.plan(file, config, repository, source.facts()).on(agents);
      AgentPods.requireAll(plan);
      AustaAction action = AustaAction.begin(build(), plan);
      action.setMigrations(workspace.act(MigrationsDigest.of(plan)));
      announce(plan);
      PlannedFiles.write(workspace, plan, source.url());
      return PlanView.of(plan, AustaGlobalConfiguration.get());
    }

    private static void requireSteps() throws DeliveryFailedException {
      String missing = NeededSteps.missing(name -> StepDescriptor.byFunctionName(name) != null);
      if (!missing.isEmpty()) {
        throw new DeliveryFailedException(FailureKind.ENVIRONMENT, missing);
      }
    }

    private String text(FilePath configFile) throws Exception {
      if (configFile.exists()) {
        return configFile.readToString();
      }
      if (!file.equals(DEFAULT_CONFIG)) {
        throw new AbortException(
            "There is no "
                + file
                + " in the workspace. Correct the option \"config\" of austaPipeline.");
      }
      log("there is no " + DEFAULT_CONFIG + "; every key has its default");
      return "";
    }

    private String repositoryName(String url) throws Exception {
      String last = url.replaceAll("/+$", "").replaceFirst("^.*/", "").replaceFirst("\\.git$", "");
      return last.isBlank() ? workspace().getName() : last;
    }

    private void announce(PipelinePlan plan) throws Exception {
      log(plan.platform() + " " + plan.version() + ": " + plan.services().size() + " services");
      if (plan.slackChannel() == null) {
        log("nobody is told: notifications.slack.channel is not set");
      }
      for (DeploymentPlan deployment : plan.deployments()) {
        String does = deployment.deploys() ? " is deployed, " : " is not deployed, ";
        log(deployment.environment() + does + deployment.strategy() + ": " + deployment.reason());
      }
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super(
          "austaPlan",
          "Plan an AUSTA delivery",
          Run.class,
          TaskListener.class,
          FilePath.class,
          EnvVars.class);
    }

    @NonNull
    @Override
    public String argumentsToString(@NonNull Map<String, Object> arguments) {
      return String.valueOf(arguments.getOrDefault("config", DEFAULT_CONFIG));
    }
  }
}
