package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.GateReport;
import io.jenkins.plugins.austa.engine.report.MigrationReport;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody agrees to: this version, these digests, this environment.
 *
 * @param question the text of the approval prompt
 * @param fingerprint SHA-256 over everything that may not change between approval and deployment
 */
record Proposal(String question, String fingerprint) {

  static Proposal of(AustaAction action, String environment) throws AbortException {
    PipelinePlan plan = action.plan();
    DeploymentPlan deployment = action.deployment(environment);
    String images =
        action.images().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("\n"));
    String question =
        "Deploy %s %s to %s (%s)?%n%s%nSecurity gate: %s%n%s"
            .formatted(
                plan.platform(),
                plan.version(),
                environment,
                deployment.strategy(),
                images,
                action.report().gate().map(Proposal::gate).orElse("not run"),
                migrations(action))
            .stripTrailing();
    return new Proposal(question, sha256(question + '\n' + deployment));
  }

  private static String gate(GateReport gate) {
    String counts =
        gate.counts().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(Map.Entry::toString)
            .collect(Collectors.joining(", "));
    return gate.verdict() + (counts.isEmpty() ? ", no findings" : ", " + counts);
  }

  private static String migrations(AustaAction action) {
    List<MigrationReport> migrations = action.report().migrations();
    return migrations.isEmpty()
        ? "No migrations"
        : migrations.stream()
            .map(one -> one.name() + " (" + one.kind() + ")")
            .distinct()
            .collect(Collectors.joining(", ", "Migrations: ", ""));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
