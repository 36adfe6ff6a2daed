package io.jenkins.plugins.austa.cli.host.run;

import hudson.AbortException;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.BindingException;
import io.jenkins.plugins.austa.cli.host.bind.UnknownStepException;
import io.jenkins.plugins.austa.cli.host.cps.ProgramNotSerialisableException;
import io.jenkins.plugins.austa.cli.host.script.ScriptCompilationException;
import io.jenkins.plugins.austa.cli.host.script.ScriptLocation;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the end of the log why the run failed: lines for the author, no Java stack traces. */
final class FailureReport {
  private static final Logger LOGGER = LoggerFactory.getLogger(FailureReport.class);

  /** Failures whose message says all; of others the class is shown as well. */
  private static final List<Class<? extends Throwable>> SELF_EXPLAINING =
      List.of(
          AbortException.class,
          BindingException.class,
          UnknownStepException.class,
          ProgramNotSerialisableException.class,
          ScriptCompilationException.class);

  private final TaskListener log;

  FailureReport(TaskListener log) {
    this.log = log;
  }

  void print(Throwable failure) {
    LOGGER.debug("the run failed", failure);
    if (failure instanceof FlowInterruptedException interrupted) {
      for (CauseOfInterruption cause : interrupted.getCauses()) {
        log.getLogger().println(cause.getShortDescription());
      }
      return;
    }
    log.getLogger().println("ERROR: " + line(failure));
    for (Throwable other : failure.getSuppressed()) {
      log.getLogger().println("  also: " + line(other));
    }
  }

  static String line(Throwable failure) {
    boolean selfExplaining = SELF_EXPLAINING.stream().anyMatch(known -> known.isInstance(failure));
    String text = selfExplaining ? failure.getMessage() : failure.toString();
    return text + ScriptLocation.of(failure).map(at -> " (at " + at + ")").orElse("");
  }
}
