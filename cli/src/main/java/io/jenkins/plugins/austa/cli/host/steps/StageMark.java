package io.jenkins.plugins.austa.cli.host.steps;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.cps.HostStepContext;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Marks the stages around a step as not quite well, without ending them. */
final class StageMark {
  private StageMark() {}

  static void set(StepContext context, Result result, String message)
      throws IOException, InterruptedException {
    int step = ((HostStepContext) context).node();
    HostServices.of(context).flow().warn(step, result, message);
  }
}
