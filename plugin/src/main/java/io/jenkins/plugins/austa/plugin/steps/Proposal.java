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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody agrees to: this version, these digests, these migrations, this environment.
 *
 * @param question the text of the approval prompt: short sentences in ASCII, a line each. Pages
 *     show it as a heading, some without its line breaks, none with a scroll bar, and it travels in
 *     an HTTP header
 * @param details what the question sums up, a line each, for the log
 * @param fingerprint SHA-256 over everything that may not change between approval and deployment:
 *     plan, image digests, migration files and chart
 */
record Proposal(String question, List<String> details, String fingerprint) {

  static Proposal of(AustaAction action, String environment) throws IOException {
    return new Proposal(
        question(action, action.deployment(environment)),
        details(action),
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

  /** Whether a migration that this run applied breaks the version that is running. */
  static boolean endsTheWayBack(AustaAction action) {
    return applied(action).stream().anyMatch(one -> one.kind().equals("contract"));
  }

  private static String question(AustaAction action, DeploymentPlan deployment) {
    PipelinePlan plan = action.plan();
    return String.join(
        "\n",
        "Deploy %s %s to %s (%s)?"
            .formatted(
                plan.platform(), plan.version(), deployment.environment(), deployment.strategy()),
        "Security gate: %s.".formatted(gate(action)),
        migrations(applied(action)),
        "Image digests and migrations are named in the log.");
  }

  private static List<String> details(AustaAction action) {
    List<String> lines = new ArrayList<>();
    action.images().forEach((service, image) -> lines.add(service + " " + image));
    applied(action).forEach(one -> lines.add("Migration " + one.name() + " (" + one.kind() + ")"));
    return List.copyOf(lines);
  }

  private static String gate(AustaAction action) {
    return action.report().gate().map(Proposal::gate).orElse("not run");
  }

  private static String gate(GateReport gate) {
    String counts =
        gate.counts().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return gate.verdict() + ", " + (counts.isEmpty() ? "no findings" : counts);
  }

  /** One for each migration, to whatever number of environments it was applied. */
  private static Collection<MigrationReport> applied(AustaAction action) {
    Map<String, MigrationReport> known = new LinkedHashMap<>();
    // Services may each have an "init": one that breaks the running version is not lost for it.
    action.report().migrations().forEach(one -> known.put(one.name() + " " + one.kind(), one));
    return known.values();
  }

  private static String migrations(Collection<MigrationReport> applied) {
    if (applied.isEmpty()) {
      return "Migrations applied by this run so far: none.";
    }
    boolean noWayBack = applied.stream().anyMatch(one -> one.kind().equals("contract"));
    return "Migrations applied by this run so far: "
        + applied.size()
        + (noWayBack
            ? ". NO WAY BACK: they break the version that is running."
            : ", none breaks the running version.");
  }
}
