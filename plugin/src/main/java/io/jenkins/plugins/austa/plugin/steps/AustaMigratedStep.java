package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.migrations.PrismaDeploy;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.report.MigrationReport;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaMigrated}: judges what applying the migrations did; a failure stops the run before
 * any traffic moves.
 */
public final class AustaMigratedStep extends MigrationStep {
  /**
   * @param environment the environment
   * @param service the service whose migrations they are
   * @param exitCode what {@code prisma migrate deploy} ended with
   */
  @DataBoundConstructor
  public AustaMigratedStep(String environment, String service, int exitCode) {
    super(environment, service, exitCode);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends MigrationExecution {
    private static final long serialVersionUID = 1L;

    Execution(StepContext context, AustaMigratedStep step) {
      super(context, step);
    }

    @Override
    Void work() throws Exception {
      ServicePlan planned = planned();
      String log = commands(planned).deployLog();
      PrismaDeploy deploy = PrismaDeploy.read(exitCode, workspace().child(log).readToString());
      action().report().addMigrations(reports(deploy, planned.contract() ? "contract" : "expand"));
      if (!deploy.succeeded()) {
        String which = deploy.failedMigration() == null ? "" : " in " + deploy.failedMigration();
        throw new AbortException(
            "Migrating "
                + environment
                + " failed"
                + which
                + ": "
                + deploy.reason()
                + ". "
                + deploy.whatToDo()
                + ". No traffic was moved.");
      }
      log(environment + ": " + deploy.applied().size() + " migrations of " + service + " applied");
      return null;
    }

    private List<MigrationReport> reports(PrismaDeploy deploy, String kind) {
      List<MigrationReport> reports = new ArrayList<>();
      for (String name : deploy.applied()) {
        reports.add(new MigrationReport(environment, name, kind, "applied", null, 0));
      }
      if (deploy.failedMigration() != null) {
        reports.add(
            new MigrationReport(
                environment, deploy.failedMigration(), kind, "failed", deploy.reason(), 0));
      }
      return reports;
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super(
          "austaMigrated",
          "Judge applied migrations",
          Run.class,
          TaskListener.class,
          FilePath.class);
    }
  }
}
