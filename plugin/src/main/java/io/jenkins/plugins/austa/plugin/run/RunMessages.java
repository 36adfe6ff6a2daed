package io.jenkins.plugins.austa.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.austa.engine.notifications.SlackMessage;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.RunFailure;
import java.util.Optional;
import jenkins.model.Jenkins;

/** What the team is told about a run. */
public final class RunMessages {
  private final AustaAction action;
  private final PipelinePlan plan;
  private final String link;
  private final Optional<RunFailure> known;

  /**
   * @param run the run
   * @param action its record
   */
  public RunMessages(Run<?, ?> run, AustaAction action) {
    this.action = action;
    this.plan = action.plan();
    this.known = FailureAction.find(run);
    String root = Jenkins.get().getRootUrl();
    this.link = root == null ? null : root + run.getUrl();
  }

  /** One line about an environment that waits for an approval. */
  public String approval(String environment) {
    return title() + " waits for an approval for " + environment;
  }

  /** The message about an environment that waits for an approval. */
  public SlackMessage approvalMessage(String environment) {
    return SlackMessage.approvalNeeded(title(), environment, noWayBack(), link);
  }

  /**
   * One line about how the run ended.
   *
   * @param failure why it failed; null when it did not
   */
  public String ended(String failure) {
    return reverted()
        .map(
            rollout ->
                title()
                    + " was reverted in "
                    + rollout.environment()
                    + ": "
                    + rollout.revertedBecause())
        .orElseGet(() -> title() + " " + outcome(failure));
  }

  /** The message about how the run ended. */
  public SlackMessage endedMessage(String failure) {
    Optional<RolloutReport> reverted = reverted();
    if (reverted.isPresent()) {
      RolloutReport rollout = reverted.get();
      return SlackMessage.reverted(
          title(),
          rollout.environment(),
          rollout.revertedBecause(),
          String.valueOf(rollout.revision()),
          link);
    }
    SlackMessage message =
        SlackMessage.of(ended(failure))
            .field("Branch", plan.branch())
            .field("Commit", plan.commit());
    return message.link("Open the run", link);
  }

  private Optional<RolloutReport> reverted() {
    return action.report().rollout().filter(RolloutReport::reverted);
  }

  private String outcome(String failure) {
    return known.map(RunFailure::line).orElse(failure == null ? "succeeded" : "failed: " + failure);
  }

  private boolean noWayBack() {
    return action.report().migrations().stream().anyMatch(one -> one.kind().equals("contract"));
  }

  private String title() {
    return plan.platform() + " " + plan.version();
  }
}
