package io.jenkins.plugins.austa.cli.host.cps;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;

/** Prepares one run of a step's body. */
public final class HostBodyInvoker extends BodyInvoker {
  private final HostStepContext step;
  private final Closure<?> body;
  private final List<Object> overrides = new ArrayList<>();
  private final List<BodyExecutionCallback> callbacks = new ArrayList<>();
  private String label;
  private boolean branch;
  private HostBodyExecution execution;

  HostBodyInvoker(HostStepContext step, Closure<?> body) {
    this.step = step;
    this.body = body;
  }

  @Override
  public HostBodyInvoker withContext(Object override) {
    overrides.add(override);
    return this;
  }

  @Override
  public HostBodyInvoker withContexts(Collection<?> added) {
    overrides.addAll(added);
    return this;
  }

  /** Shows the body as a stage of this name. */
  @Override
  public HostBodyInvoker withDisplayName(String name) {
    label = name;
    return this;
  }

  /** Shows the body as a branch of this name, one of several that run side by side. */
  public HostBodyInvoker withBranchName(String name) {
    label = name;
    branch = true;
    return this;
  }

  @Override
  public HostBodyInvoker withCallback(BodyExecutionCallback callback) {
    callbacks.add(callback);
    return this;
  }

  @Override
  public BodyExecution start() {
    if (execution != null) {
      throw new IllegalStateException("this body of " + step + " has already been started");
    }
    execution = new HostBodyExecution(step, List.copyOf(callbacks));
    if (!step.queue(this)) {
      step.program().post(this::launchLater);
    }
    return execution;
  }

  private void launchLater() {
    ProgramThread thread = step.program().threads().get(step.threadId());
    if (thread != null) {
      launch(thread);
    }
  }

  void launch(ProgramThread thread) {
    int node = step.program().host().flow().bodyStarted(step.node(), label, branch);
    overrides.add(new FlowPosition(node));
    execution.launch(thread, body, step.variables().with(overrides), node);
  }
}
