package io.jenkins.plugins.austa.cli.host.steps;

import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Ends when the time is over. */
final class SleepExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private final long millis;
  private transient ScheduledFuture<?> alarm;

  SleepExecution(StepContext context, long millis) {
    super(context);
    this.millis = millis;
  }

  @Override
  public boolean start() throws Exception {
    StepContext context = getContext();
    context
        .get(TaskListener.class)
        .getLogger()
        .println("Sleeping for " + TimeSpans.of(Duration.ofMillis(millis)));
    alarm =
        HostServices.of(context)
            .timer()
            .schedule(() -> context.onSuccess(null), millis, TimeUnit.MILLISECONDS);
    return false;
  }

  @Override
  public void stop(Throwable cause) throws Exception {
    if (alarm != null) {
      alarm.cancel(false);
    }
    super.stop(cause);
  }
}
