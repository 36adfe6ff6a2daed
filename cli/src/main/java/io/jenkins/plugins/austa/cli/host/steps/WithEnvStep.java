package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Runs its body with environment variables set. */
public final class WithEnvStep extends Step {
  private final List<String> overrides;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public WithEnvStep(List<String> overrides) {
    this.overrides = overrides;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : overrides) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new AbortException("withEnv needs NAME=value, not '" + pair + "'");
      }
      values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            context.get(EnvironmentExpander.class), new OverridingExpander(values));
    return BodyOnce.with(context, List.of(expander));
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("withEnv", true);
    }
  }
}
