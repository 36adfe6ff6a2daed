package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import io.jenkins.plugins.austa.cli.host.bind.StepArguments;
import io.jenkins.plugins.austa.cli.host.bind.StepCatalogue;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Starts steps for the strand that is running, and suspends it until the step has ended. */
public final class StepInvoker {
  private final StepCatalogue catalogue;

  /** Takes steps from {@code catalogue}. */
  public StepInvoker(StepCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Starts a step.
   *
   * @return its value, when it ends at once; otherwise the call suspends the program and its value
   *     is what the program goes on with
   */
  public Object invoke(Program program, StepDescriptor descriptor, Object groovyArguments) {
    ProgramThread thread = program.currentThread();
    StepArguments arguments = catalogue.arguments(descriptor, groovyArguments);
    String name = descriptor.getFunctionName();
    int enclosing = FlowPosition.of(thread.variables()).node();
    FlowRecorder flow = program.host().flow();
    int node =
        flow.stepStarted(enclosing, name, arguments.named(), StepCatalogue.isBlock(arguments));
    HostStepContext context = new HostStepContext(program, thread, name, node, arguments.body());
    if (startsAndEnds(descriptor, arguments, thread, context)) {
      thread.stepDone();
      flow.stepEnded(node, context.outcome().getAbnormal());
      return replay(context.outcome());
    }
    return Continuable.suspend(name, new SuspendedStep(context));
  }

  private boolean startsAndEnds(
      StepDescriptor descriptor,
      StepArguments arguments,
      ProgramThread thread,
      HostStepContext context) {
    try {
      checkContext(descriptor, context);
      Step step = catalogue.create(descriptor, arguments.named());
      StepExecution execution = step.start(context);
      thread.waitFor(context, execution);
      if (!execution.start()) {
        return false;
      }
      if (context.outcome() == null) {
        throw new IllegalStateException(
            context.stepName() + " said it had ended but reported neither success nor failure");
      }
    } catch (Exception | LinkageError e) {
      context.onFailure(e);
    }
    return true;
  }

  private static void checkContext(StepDescriptor descriptor, HostStepContext context)
      throws Exception {
    try {
      descriptor.checkContextAvailability(context);
    } catch (MissingContextVariableException e) {
      throw new MissingContextException(context.stepName(), e);
    }
  }

  /** Throws or returns; checked exceptions are wrapped in what Groovy unwraps by itself. */
  private static Object replay(Outcome outcome) {
    Throwable failure = outcome.getAbnormal();
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure != null) {
      throw new InvokerInvocationException(failure);
    }
    return outcome.getNormal();
  }
}
