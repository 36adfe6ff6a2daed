package io.jenkins.plugins.austa.plugin.steps;

import hudson.FilePath;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import java.io.IOException;

/** The files that planned commands read and write, in the workspace's {@code .austa} folder. */
final class PlannedFiles {
  static final String FOLDER = ".austa";
  static final String SCANS = FOLDER + "/scans";
  static final String BAKE = FOLDER + "/bake.json";
  static final String IMAGES = FOLDER + "/images.json";
  static final String REPORT = FOLDER + "/report";

  private PlannedFiles() {}

  /**
   * @param source the repository's address as the agent knows it; credentials in it are left out
   */
  static void write(FilePath workspace, PipelinePlan plan, String source)
      throws IOException, InterruptedException {
    // What an earlier run left must not be taken for a report of this one.
    workspace.child(SCANS).deleteRecursive();
    // A stash takes files only, and the scanners need the folder wherever they run.
    workspace.child(SCANS + "/.keep").write("", "UTF-8");
    String address = source.replaceFirst("^(\\w+://)[^/@]*@", "$1");
    workspace.child(BAKE).write(BakePlan.json(plan, address), "UTF-8");
  }
}
