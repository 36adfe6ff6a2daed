package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.Extension;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.io.InputStream;
import java.net.URL;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Returns the text of a file in the library's {@code resources/}. */
public final class LibraryResourceStep extends Step {
  private final String resource;
  private String encoding;

  /** Called with the arguments of the pipeline. */
  @DataBoundConstructor
  public LibraryResourceStep(String resource) {
    this.resource = resource;
  }

  /** Sets {@code encoding}. */
  @DataBoundSetter
  public void setEncoding(String encoding) {
    this.encoding = encoding;
  }

  @Override
  public StepExecution start(StepContext context) throws Exception {
    return StepExecutions.synchronous(
        context,
        c -> {
          URL found =
              HostServices.of(c)
                  .settings()
                  .library()
                  .resource(resource)
                  .orElseThrow(
                      () ->
                          new AbortException(
                              "libraryResource: the library has no resources/" + resource));
          try (InputStream in = found.openStream()) {
            return WorkspaceFiles.decode(in.readAllBytes(), encoding);
          }
        });
  }

  /** Describes the step. */
  @Extension
  public static final class DescriptorImpl extends BuiltInDescriptor {
    /** Called by the extension index. */
    public DescriptorImpl() {
      super("libraryResource", false);
    }
  }
}
