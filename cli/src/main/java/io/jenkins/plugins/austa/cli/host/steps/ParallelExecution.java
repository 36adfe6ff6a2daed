package io.jenkins.plugins.austa.cli.host.steps;

import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import groovy.lang.Closure;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.cps.HostStepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Runs all branches and ends when the last has ended. When branches failed, the worst failure is
 * thrown (the first one with {@code failFast}) and carries the others as suppressed.
 */
@SuppressFBWarnings(
    value = "SE_TRANSIENT_FIELD_NOT_RESTORED",
    justification = "needed only to start the branches, which comes before the first save")
final class ParallelExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, Closure<?>> branches;
  private final boolean failFast;
  private final int expected;
  private final List<BodyExecution> bodies = new ArrayList<>();
  private final Map<String, Outcome> ended = new LinkedHashMap<>();
  private final List<Throwable> failures = new ArrayList<>();

  ParallelExecution(StepContext context, Map<String, Closure<?>> branches, boolean failFast) {
    super(context);
    this.branches = branches;
    this.expected = branches.size();
    this.failFast = failFast;
  }

  @Override
  public boolean start() throws Exception {
    if (branches.isEmpty()) {
      getContext().get(TaskListener.class).getLogger().println("No branches to run");
      getContext().onSuccess(new LinkedHashMap<>());
      return true;
    }
    HostStepContext context = (HostStepContext) getContext();
    branches.forEach(
        (name, branch) ->
            bodies.add(
                context
                    .newBodyInvoker(branch)
                    .withBranchName(name)
                    .withCallback(new BranchEnd(this, name))
                    .start()));
    return false;
  }

  @Override
  public void stop(Throwable cause) {
    bodies.forEach(body -> body.cancel(cause));
  }

  private void succeeded(String branch, Object value) {
    ended.put(branch, new Outcome(value, null));
    finish();
  }

  private void failed(String branch, Throwable failure) {
    ended.put(branch, new Outcome(null, failure));
    say("Failed in branch " + branch);
    if (failures.stream().noneMatch(known -> known == failure)) {
      failures.add(failure);
    }
    if (failFast && failures.size() == 1 && ended.size() < expected) {
      stop(new FlowInterruptedException(Result.ABORTED, new BranchFailed(branch)));
    }
    finish();
  }

  private void finish() {
    if (ended.size() < expected) {
      return;
    }
    if (failures.isEmpty()) {
      Map<String, Object> values = new LinkedHashMap<>();
      ended.forEach((branch, outcome) -> values.put(branch, outcome.getNormal()));
      getContext().onSuccess(values);
      return;
    }
    if (!failFast) {
      failures.sort(new FailureSeverity());
    }
    Throwable worst = failures.get(0);
    failures.stream().skip(1).forEach(worst::addSuppressed);
    getContext().onFailure(worst);
  }

  private void say(String line) {
    try {
      getContext().get(TaskListener.class).getLogger().println(line);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the log of the run is not there", e);
    }
  }

  private static final class BranchEnd extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;
    private final ParallelExecution parallel;
    private final String branch;

    BranchEnd(ParallelExecution parallel, String branch) {
      this.parallel = parallel;
      this.branch = branch;
    }

    @Override
    public void onSuccess(StepContext context, Object result) {
      parallel.succeeded(branch, result);
    }

    @Override
    public void onFailure(StepContext context, Throwable failure) {
      parallel.failed(branch, failure);
    }
  }
}
