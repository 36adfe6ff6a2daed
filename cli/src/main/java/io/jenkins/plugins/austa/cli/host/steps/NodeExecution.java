package io.jenkins.plugins.austa.cli.host.steps;

import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import io.jenkins.plugins.austa.cli.host.services.LeftProcesses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Takes a workspace that no other {@code node} block is using, and frees it afterwards. */
final class NodeExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private final String label;
  private BodyExecution body;

  NodeExecution(StepContext context, String label) {
    super(context);
    this.label = label;
  }

  @Override
  public boolean start() throws Exception {
    HostServices services = HostServices.of(getContext());
    Path workspace = services.workspaces().take();
    getContext()
        .get(TaskListener.class)
        .getLogger()
        .println(
            "Running on this machine in "
                + workspace
                + (label == null || label.isBlank() ? "" : " (label " + label + ")"));
    List<Object> added = new ArrayList<>();
    added.add(new FilePath(workspace.toFile()));
    String cookie = UUID.randomUUID().toString();
    added.add(services.machine().environment(workspace, cookie));
    body =
        getContext()
            .newBodyInvoker()
            .withContexts(added)
            .withCallback(new End(workspace.toString(), cookie))
            .start();
    return false;
  }

  @Override
  public void stop(Throwable cause) {
    body.cancel(cause);
  }

  private static final class End extends BodyExecutionCallback.TailCall {
    private static final long serialVersionUID = 1L;
    private final String workspace;
    private final String cookie;

    End(String workspace, String cookie) {
      this.workspace = workspace;
      this.cookie = cookie;
    }

    @Override
    protected void finished(StepContext context) throws Exception {
      LeftProcesses.end(cookie);
      HostServices.of(context).workspaces().free(Path.of(workspace));
    }
  }
}
