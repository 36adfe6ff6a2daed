package io.jenkins.plugins.austa.plugin.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.engine.gate.github.CodeScanningTarget;
import io.jenkins.plugins.austa.engine.plan.CodeScanningPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import java.io.IOException;
import java.net.URI;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaCodeScanning}: shows the gate's findings in GitHub code scanning. That this does not
 * work is said, and fails nothing: the verdict was made before.
 */
public final class AustaCodeScanningStep extends Step {

  /** Sends what the gate wrote in this workspace. */
  @DataBoundConstructor
  public AustaCodeScanningStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context);
  }

  private static final class Execution extends BackgroundExecution<Void> {
    private static final long serialVersionUID = 1L;

    Execution(StepContext context) {
      super(context, FailureKind.INTERNAL);
    }

    @Override
    Void work() throws Exception {
      PipelinePlan plan = action().plan();
      CodeScanningPlan planned = plan.codeScanning();
      if (planned == null) {
        log("nothing is sent to code scanning: security.codeScanning.credentialsId is not set");
        return null;
      }
      if (planned.repository() == null) {
        log(
            "nothing is sent to code scanning: the checkout is not of github.com; set"
                + " security.codeScanning.repository");
        return null;
      }
      StringCredentials token =
          CredentialsProvider.findCredentialById(
              planned.credentialsId(), StringCredentials.class, build());
      if (token == null) {
        log(
            "nothing is sent to code scanning: there is no secret-text credential \""
                + planned.credentialsId()
                + "\"");
        return null;
      }
      CredentialsProvider.track(build(), token);
      send(plan, token);
      return null;
    }

    private void send(PipelinePlan plan, StringCredentials token)
        throws IOException, InterruptedException {
      CodeScanningPlan planned = plan.codeScanning();
      try {
        CodeScanningTarget target =
            new CodeScanningTarget(
                URI.create(planned.api()), planned.repository(), plan.commit(), planned.ref());
        for (String line : workspace().act(new UploadSarif(target, token.getSecret()))) {
          log("code scanning: " + line);
        }
      } catch (IOException | IllegalArgumentException e) {
        log("nothing is sent to code scanning: " + e.getMessage());
      }
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super(
          "austaCodeScanning",
          "Show the gate's findings in GitHub code scanning",
          Run.class,
          TaskListener.class,
          FilePath.class);
    }
  }
}
