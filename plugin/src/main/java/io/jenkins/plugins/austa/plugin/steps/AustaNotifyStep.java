package io.jenkins.plugins.austa.plugin.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.notifications.Slack;
import io.jenkins.plugins.austa.engine.notifications.SlackMessage;
import io.jenkins.plugins.austa.engine.notifications.SlackResult;
import io.jenkins.plugins.austa.engine.notifications.SlackTarget;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.NotificationReport;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.RunMessages;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code austaNotify}: tells the team, in one Slack thread a deployment. That Slack cannot be
 * reached never fails a run.
 */
public final class AustaNotifyStep extends Step {
  private String approval;
  private String failure;

  /** Says how the run ended, unless told otherwise. */
  @DataBoundConstructor
  public AustaNotifyStep() {}

  /**
   * The environment that waits for an approval; null when the message is about the end of the run.
   */
  public String getApproval() {
    return approval;
  }

  /** Sets the environment that waits for an approval. */
  @DataBoundSetter
  public void setApproval(String approval) {
    this.approval = Util.fixEmptyAndTrim(approval);
  }

  /** Why the run failed, in one line; null when it did not. */
  public String getFailure() {
    return failure;
  }

  /** Sets why the run failed. */
  @DataBoundSetter
  public void setFailure(String failure) {
    this.failure = Util.fixEmptyAndTrim(failure);
  }

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context, this);
  }

  private static final class Execution extends BackgroundExecution<Void> {
    private static final long serialVersionUID = 1L;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long LONGEST_SECONDS = 60;
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private final String approval;
    private final String failure;

    Execution(StepContext context, AustaNotifyStep step) {
      super(context, FailureKind.INTERNAL);
      this.approval = step.approval;
      this.failure = step.failure;
    }

    @Override
    Void work() throws Exception {
      Optional<AustaAction> found = AustaAction.find(build());
      if (found.isEmpty()) {
        log("nobody is told: the run ended before its configuration was read");
        return null;
      }
      AustaAction action = found.get();
      PipelinePlan plan = action.plan();
      if (plan.slackChannel() == null) {
        log("nobody is told: notifications.slack.channel is not set");
        return null;
      }
      RunMessages messages = new RunMessages(build(), action);
      String text = approval == null ? messages.ended(failure) : messages.approval(approval);
      SlackMessage message =
          approval == null ? messages.endedMessage(failure) : messages.approvalMessage(approval);
      SlackResult result = post(plan, action, message);
      action
          .slackThread()
          .or(() -> Optional.ofNullable(result.thread()))
          .ifPresent(action::setSlackThread);
      action
          .report()
          .addNotification(
              new NotificationReport(
                  "slack " + plan.slackChannel(),
                  text,
                  result.delivered(),
                  result.delivered() ? null : result.reason()));
      log(
          "Slack "
              + plan.slackChannel()
              + ": "
              + (result.delivered() ? text : "not delivered, " + result.reason()));
      return null;
    }

    private SlackResult post(PipelinePlan plan, AustaAction action, SlackMessage message)
        throws Exception {
      StringCredentials token =
          CredentialsProvider.findCredentialById(
              plan.slackCredentialsId(), StringCredentials.class, build());
      if (token == null) {
        return new SlackResult(
            false,
            null,
            "there is no secret-text credential \"" + plan.slackCredentialsId() + "\"");
      }
      CredentialsProvider.track(build(), token);
      Slack slack;
      try {
        String url = AustaGlobalConfiguration.get().getSlackUrl();
        slack = new Slack(HTTP, url == null ? Slack.PUBLIC_API : URI.create(url), TIMEOUT);
      } catch (IllegalArgumentException e) {
        return new SlackResult(
            false, null, "the Slack address under Manage Jenkins is unusable: " + e.getMessage());
      }
      try {
        return slack
            .post(
                new SlackTarget.Bot(token.getSecret().getPlainText(), plan.slackChannel()),
                message,
                action.slackThread().orElse(null))
            .get(LONGEST_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        return new SlackResult(false, null, "Slack did not answer in time");
      }
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaNotify", "Tell the team", Run.class, TaskListener.class);
    }
  }
}
