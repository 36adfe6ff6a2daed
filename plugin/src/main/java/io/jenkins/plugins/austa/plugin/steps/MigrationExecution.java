package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.plan.MigrationCommands;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What judging a command of Prisma has in common, whichever it was. */
abstract class MigrationExecution extends BackgroundExecution<Void> {
  private static final long serialVersionUID = 1L;

  final String environment;
  final String service;
  final int exitCode;

  MigrationExecution(StepContext context, MigrationStep step) {
    super(context, FailureKind.MIGRATION);
    this.environment = step.getEnvironment();
    this.service = step.getService();
    this.exitCode = step.getExitCode();
  }

  final ServicePlan planned() throws IOException, InterruptedException {
    return MigrationPlans.service(action().plan(), service);
  }

  final MigrationCommands commands(ServicePlan planned) {
    return MigrationCommands.of(planned, environment).orElseThrow();
  }
}
