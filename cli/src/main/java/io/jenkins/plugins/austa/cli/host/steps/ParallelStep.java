package io.jenkins.plugins.austa.cli.host.steps;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.BindsItself;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs closures side by side; its value is a map of their values. */
public final class ParallelStep extends Step {
  private final LinkedHashMap<String, Closure<?>> branches;
  private final boolean failFast;

  ParallelStep(LinkedHashMap<String, Closure<?>> branches, boolean failFast) {
    this.branches = branches;
    this.failFast = failFast;
  }

  @Override
  public StepExecution start(StepContext context) {
    return new ParallelExecution(context, branches, failFast);
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor implements BindsItself {
    private static final String FAIL_FAST = "failFast";

    /** Called by the extension index. */
    public DescriptorImpl() {
      super("parallel", false, TaskListener.class);
    }

    @Override
    public Step bind(Map<String, Object> arguments) throws AbortException {
      LinkedHashMap<String, Closure<?>> branches = new LinkedHashMap<>();
      boolean failFast = false;
      for (Map.Entry<String, Object> argument : arguments.entrySet()) {
        if (argument.getValue() instanceof Closure<?> branch) {
          branches.put(argument.getKey(), branch);
        } else if (FAIL_FAST.equals(argument.getKey())
            && argument.getValue() instanceof Boolean flag) {
          failFast = flag;
        } else {
          throw new AbortException(
              "parallel takes closures by name and failFast, not "
                  + argument.getKey()
                  + ": "
                  + argument.getValue());
        }
      }
      return new ParallelStep(branches, failFast);
    }
  }
}
