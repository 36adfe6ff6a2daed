package io.jenkins.plugins.austa.cli.host.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Runs its body with secrets in variables; they are masked in the log and gone afterwards. */
public final class WithCredentialsStep extends Step {
  private final List<CredentialsBinding> bindings;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public WithCredentialsStep(List<CredentialsBinding> bindings) {
    this.bindings = bindings;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    HostServices services = HostServices.of(context);
    Run<?, ?> run = context.get(Run.class);
    // A temporary folder is made readable for its owner alone.
    Path folder = Files.createTempDirectory(services.folders().secrets(), "bound");
    Map<String, String> variables = new LinkedHashMap<>();
    for (CredentialsBinding binding : bindings) {
      variables.putAll(binding.bind(run, folder));
    }
    variables.values().forEach(services.masker()::add);
    context
        .get(TaskListener.class)
        .getLogger()
        .println("Masking supported pattern matches of " + String.join(" or ", variables.keySet()));
    int number = services.vault().put(variables);
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            context.get(EnvironmentExpander.class), new VaultExpander(services.vault(), number));
    String path = folder.toString();
    return BodyOnce.with(
        context,
        List.of(expander),
        ended -> {
          HostServices.of(ended).vault().remove(number);
          FileTrees.delete(Path.of(path));
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("withCredentials", true, TaskListener.class, Run.class);
    }
  }
}
