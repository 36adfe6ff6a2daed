package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.script.ScriptLocation;
import java.io.IOException;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Writes to the log why something failed, in as few lines as say it. */
final class ErrorLines {
  private ErrorLines() {}

  static void print(StepContext context, Throwable failure)
      throws IOException, InterruptedException {
    TaskListener log = context.get(TaskListener.class);
    if (failure instanceof FlowInterruptedException interrupted) {
      for (CauseOfInterruption cause : interrupted.getCauses()) {
        log.getLogger().println(cause.getShortDescription());
      }
      return;
    }
    log.getLogger().println("ERROR: " + of(failure));
  }

  /** Returns the message of a failure, with its kind and place unless it was meant for users. */
  static String of(Throwable failure) {
    if (failure instanceof AbortException) {
      return failure.getMessage();
    }
    String place = ScriptLocation.of(failure).map(at -> " at " + at).orElse("");
    return failure + place;
  }
}
