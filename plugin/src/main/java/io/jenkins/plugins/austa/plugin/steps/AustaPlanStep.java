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
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.Planner;
import io.jenkins.plugins.austa.engine.plan.RepositoryFacts;
import io.jenkins.plugins.austa.engine.plan.RunFacts;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code austaPlan}: reads the configuration and decides what this run will do. */
public final class AustaPlanStep extends Step {
  static final String DEFAULT_CONFIG = "austa.yaml";

  private String config = DEFAULT_CONFIG;

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

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, config);
  }

  private static final class Execution extends BackgroundExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    private final String file;

    Execution(StepContext context, String file) {
      super(context);
      this.file = file;
    }

    @Override
    Map<String, Object> work() throws Exception {
      FilePath workspace = workspace();
      AustaConfig config = ConfigReader.read(file, text(workspace.child(file)));
      Set<String> existing = Set.copyOf(workspace.act(new ExistingPaths(Planner.markers(config))));
      RepositoryFacts repository = new RepositoryFacts(repositoryName(), existing);
      PipelinePlan plan = Planner.plan(file, config, repository, facts());
      AustaAction.begin(build(), plan);
      announce(plan);
      PlannedFiles.write(workspace, plan, getContext().get(EnvVars.class).get("GIT_URL", ""));
      return PlanView.of(plan, AustaGlobalConfiguration.get());
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

    private String repositoryName() throws Exception {
      EnvVars env = getContext().get(EnvVars.class);
      String url = env.get("GIT_URL", "");
      String last = url.substring(url.lastIndexOf('/') + 1).replaceAll("\\.git$", "");
      return last.isBlank() ? workspace().getName() : last;
    }

    private RunFacts facts() throws Exception {
      EnvVars env = getContext().get(EnvVars.class);
      String branch = env.get("BRANCH_NAME", env.get("GIT_BRANCH", ""));
      String tag = Util.fixEmptyAndTrim(env.get("TAG_NAME", ""));
      return new RunFacts(branch.replaceFirst("^origin/", ""), tag, env.get("GIT_COMMIT", ""));
    }

    private void announce(PipelinePlan plan) throws Exception {
      log(plan.platform() + " " + plan.version() + ": " + plan.services().size() + " services");
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
