package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.digest.Sha256;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.PlanJson;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.GateReport;
import io.jenkins.plugins.austa.engine.report.MigrationReport;
import io.jenkins.plugins.austa.plugin.library.PackedChart;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody agrees to: this version, these digests, these migrations, this environment.
 *
 * @param question the text of the approval prompt
 * @param fingerprint SHA-256 over everything that may not change between approval and deployment:
 *     plan, image digests, migration files and chart
 */
record Proposal(String question, String fingerprint) {

  static Proposal of(AustaAction action, String environment) throws IOException {
    return new Proposal(
        question(action, action.deployment(environment)),
        Sha256.of(
            String.join(
                "\n",
                environment,
                PlanJson.write(action.plan()),
                action.images().toString(),
                action.migrations().toString(),
                PackedChart.get().version())));
  }

  /**
   * Refuses what needs an approval and has none, or has changed since it was approved.
   *
   * @throws DeliveryFailedException with what to do
   */
  static void requireApproved(AustaAction action, String environment) throws IOException {
    if (!action.deployment(environment).approval()) {
      return;
    }
    String approved = action.approved(environment).orElse("");
    if (approved.isEmpty()) {
      throw new DeliveryFailedException(
          FailureKind.APPROVAL_REJECTED,
          environment + " needs an approval and has none; call austaApproval first.");
    }
    if (!approved.equals(of(action, environment).fingerprint())) {
      throw new DeliveryFailedException(
          FailureKind.APPROVAL_REJECTED,
          "What was approved for " + environment + " has changed since. Ask for a new approval.");
    }
  }

  private static String question(AustaAction action, DeploymentPlan deployment) {
    PipelinePlan plan = action.plan();
    String images =
        action.images().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("\n"));
    return String.join(
        "\n",
        "Deploy %s %s to %s (%s)?"
            .formatted(
                plan.platform(), plan.version(), deployment.environment(), deployment.strategy()),
        images,
        "Security gate: " + action.report().gate().map(Proposal::gate).orElse("not run"),
        migrations(action.report().migrations()));
  }

  private static String gate(GateReport gate) {
    String counts =
        gate.counts().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(Map.Entry::toString)
            .collect(Collectors.joining(", "));
    return gate.verdict() + (counts.isEmpty() ? ", no findings" : ", " + counts);
  }

  private static String migrations(List<MigrationReport> migrations) {
    if (migrations.isEmpty()) {
      return "Migrations applied by this run so far: none";
    }
    String names =
        migrations.stream()
            .map(one -> one.name() + " (" + one.kind() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    boolean noWayBack = migrations.stream().anyMatch(one -> one.kind().equals("contract"));
    return "Migrations applied by this run so far: "
        + names
        + (noWayBack ? "\nNO WAY BACK: they break the version that is running" : "");
  }
}
