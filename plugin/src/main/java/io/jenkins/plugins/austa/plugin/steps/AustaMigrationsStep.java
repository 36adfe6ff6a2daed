package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.migrations.MigrationPlan;
import io.jenkins.plugins.austa.engine.migrations.PrismaStatus.State;
import io.jenkins.plugins.austa.engine.plan.MigrationCommands;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.report.MigrationReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaMigrations}: judges the pending migrations before they are applied. Old and new
 * version use one schema side by side, so a change that breaks the old one is refused.
 */
public final class AustaMigrationsStep extends MigrationStep {
  /**
   * @param environment the environment
   * @param service the service whose migrations they are
   * @param exitCode what {@code prisma migrate status} ended with
   */
  @DataBoundConstructor
  public AustaMigrationsStep(String environment, String service, int exitCode) {
    super(environment, service, exitCode);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends MigrationExecution {
    private static final long serialVersionUID = 1L;
    private static final Set<State> GOOD = Set.of(State.PENDING, State.UP_TO_DATE);

    Execution(StepContext context, AustaMigrationsStep step) {
      super(context, step);
    }

    @Override
    Void work() throws Exception {
      Proposal.requireApproved(action(), environment);
      ServicePlan planned = planned();
      requirePlannedFiles(planned);
      MigrationCommands commands = commands(planned);
      ReadMigrations.Answer answer =
          workspace()
              .act(
                  new ReadMigrations(
                      planned.migrations(), commands.statusLog(), exitCode, planned.contract()));
      if (!GOOD.contains(answer.status().state())) {
        throw new AbortException(
            "The database of "
                + environment
                + " is not fit to be migrated ("
                + answer.status().state()
                + "). "
                + answer.status().whatToDo()
                + ".");
      }
      judge(answer.plan());
      return null;
    }

    private void requirePlannedFiles(ServicePlan planned) throws Exception {
      Map<String, String> now = workspace().act(MigrationsDigest.of(planned));
      if (!Objects.equals(now.get(service), action().migrations().get(service))) {
        throw new AbortException(
            "The migrations of "
                + service
                + " in this workspace are not those that were planned and approved; another commit"
                + " was checked out. Run again.");
      }
    }

    private void judge(MigrationPlan plan) throws Exception {
      log(
          environment
              + ": "
              + plan.pending().size()
              + " pending migrations of "
              + service
              + ": "
              + plan.verdict());
      for (String line : plan.cautions()) {
        log("  mind: " + line);
      }
      for (String line : plan.reasons()) {
        log("  " + line);
      }
      action().report().addMigrations(reports(plan));
      if (!plan.allowed()) {
        throw new AbortException(
            "The migrations of " + service + " are refused: " + plan.reasons().get(0));
      }
    }

    private List<MigrationReport> reports(MigrationPlan plan) {
      String kind = plan.noWayBack() ? "contract" : "expand";
      String result = plan.allowed() ? "pending" : "refused";
      String detail = plan.reasons().isEmpty() ? null : plan.reasons().get(0);
      return plan.pending().stream()
          .map(name -> new MigrationReport(environment, name, kind, result, detail, 0))
          .toList();
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super(
          "austaMigrations",
          "Judge pending migrations",
          Run.class,
          TaskListener.class,
          FilePath.class);
    }
  }
}
