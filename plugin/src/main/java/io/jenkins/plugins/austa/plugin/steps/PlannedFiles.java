package io.jenkins.plugins.austa.plugin.steps;

import hudson.FilePath;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.plugin.library.WriteFiles;
import java.io.IOException;

/** The files that planned commands read and write, in the workspace's {@code .austa} folder. */
final class PlannedFiles {
  static final String FOLDER = ".austa";
  static final String SCANS = FOLDER + "/scans";
  static final String BAKE = FOLDER + "/bake.json";
  static final String IMAGES = FOLDER + "/images.json";
  static final String REPORT = FOLDER + "/report";

  /** The gate's findings in the report folder; more files get a number. */
  static final String SARIF = "gate.sarif";

  private PlannedFiles() {}

  /**
   * @param source the repository's address as the agent knows it; credentials in it are left out
   */
  static void write(FilePath workspace, PipelinePlan plan, String source)
      throws IOException, InterruptedException {
    String address = source.replaceFirst("^(\\w+://)[^/@]*@", "$1");
    workspace.act(
        new WriteFiles()
            // What an earlier run left must not be taken for a report of this one.
            .emptying(SCANS)
            // A stash takes files only, and the scanners need the folder wherever they run.
            .add(SCANS + "/.keep", "")
            .add(BAKE, BakePlan.json(plan, address)));
  }
}
