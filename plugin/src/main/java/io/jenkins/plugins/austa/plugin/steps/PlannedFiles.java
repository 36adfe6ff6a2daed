package io.jenkins.plugins.austa.plugin.steps;

import hudson.FilePath;
import io.jenkins.plugins.austa.engine.images.BakeFile;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import java.io.IOException;

/** The files that planned commands read, in the workspace's {@code .austa} folder. */
final class PlannedFiles {
  static final String FOLDER = ".austa";
  static final String SCANS = FOLDER + "/scans";
  static final String BAKE = FOLDER + "/bake.json";
  static final String IMAGES = FOLDER + "/images.json";

  private PlannedFiles() {}

  static void write(FilePath workspace, PipelinePlan plan) throws IOException, InterruptedException {
    workspace.child(SCANS).mkdirs();
    workspace.child(BAKE).write(BakePlan.of(plan).json(), "UTF-8");
  }
}
