package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.images.BakeCommand;
import io.jenkins.plugins.austa.engine.images.BakeFile;
import io.jenkins.plugins.austa.engine.images.BakeTarget;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import java.util.List;

/** The images of a plan, built by one command. */
final class BakePlan {
  private BakePlan() {}

  static List<BakeTarget> targets(PipelinePlan plan) {
    return plan.services().stream()
        .map(
            service ->
                new BakeTarget(
                    service.name(),
                    service.path(),
                    service.dockerfile(),
                    service.repository(),
                    plan.version(),
                    plan.platforms()))
        .toList();
  }

  static String command(PipelinePlan plan) {
    return BakeCommand.of(PlannedFiles.BAKE, PlannedFiles.IMAGES, plan.registry());
  }

  static String json(PipelinePlan plan, String source) {
    return BakeFile.of(targets(plan), plan.commit(), source);
  }
}
