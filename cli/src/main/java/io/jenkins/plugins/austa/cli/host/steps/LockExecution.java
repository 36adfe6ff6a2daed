package io.jenkins.plugins.austa.cli.host.steps;

import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Waits for a resource, runs the body, gives the resource back. */
final class LockExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private final String resource;
  private final String variable;
  private final boolean skipIfLocked;
  private BodyExecution body;

  LockExecution(StepContext context, String resource, String variable, boolean skipIfLocked) {
    super(context);
    this.resource = resource;
    this.variable = variable;
    this.skipIfLocked = skipIfLocked;
  }

  @Override
  public boolean start() throws Exception {
    HostServices services = HostServices.of(getContext());
    if (services.locks().acquire(resource, this, this::acquired)) {
      acquired();
      return false;
    }
    if (skipIfLocked) {
      services.locks().release(resource, this);
      say("[" + resource + "] is locked, skipping execution...");
      getContext().onSuccess(null);
      return true;
    }
    say("[" + resource + "] is locked, waiting...");
    return false;
  }

  private void acquired() {
    try {
      say("Lock acquired on [" + resource + "]");
      List<Object> added = new ArrayList<>();
      if (variable != null) {
        added.add(
            EnvironmentExpander.merge(
                getContext().get(EnvironmentExpander.class),
                EnvironmentExpander.constant(Map.of(variable, resource))));
      }
      body = getContext().newBodyInvoker().withContexts(added).withCallback(new End(this)).start();
    } catch (IOException | InterruptedException e) {
      getContext().onFailure(e);
    }
  }

  private void say(String line) throws IOException, InterruptedException {
    getContext().get(TaskListener.class).getLogger().println(line);
  }

  private void release() throws IOException, InterruptedException {
    HostServices.of(getContext()).locks().release(resource, this);
  }

  @Override
  public void stop(Throwable cause) throws Exception {
    if (body != null) {
      body.cancel(cause);
      return;
    }
    release();
    super.stop(cause);
  }

  private static final class End extends BodyExecutionCallback.TailCall {
    private static final long serialVersionUID = 1L;
    private final LockExecution lock;

    End(LockExecution lock) {
      this.lock = lock;
    }

    @Override
    protected void finished(StepContext context) throws Exception {
      lock.release();
      context
          .get(TaskListener.class)
          .getLogger()
          .println("Lock released on resource [" + lock.resource + "]");
    }
  }
}
