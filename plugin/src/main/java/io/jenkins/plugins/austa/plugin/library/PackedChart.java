package io.jenkins.plugins.austa.plugin.library;

import hudson.FilePath;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.io.IOException;

/** The Helm chart that the plugin carries. */
public final class PackedChart {
  private static final String FOLDER =
      "/io/jenkins/plugins/austa/library/resources/io/jenkins/plugins/austa/chart/";
  private static final String MARKER = "Chart.yaml";
  private static final int SHORT = 12;

  private final PackedFiles files;

  private PackedChart(PackedFiles files) {
    this.files = files;
  }

  /** Reads the chart from the class path; about ten small files. */
  public static PackedChart get() throws IOException {
    return new PackedChart(PackedFiles.below(FOLDER, MARKER));
  }

  /** The chart's name with a digest over its files: differs whenever the chart differs. */
  public String version() {
    Sha256 sha256 = new Sha256();
    files.contents().forEach((name, content) -> sha256.add(name).add(content));
    return "austa@sha256:" + sha256.hex().substring(0, SHORT);
  }

  /** Writes the chart into a folder, in place of what is there. */
  public void write(FilePath folder) throws IOException, InterruptedException {
    folder.deleteRecursive();
    files.write(folder);
  }

  /** Adds the chart to what is written into a workspace, in place of what is in {@code folder}. */
  public WriteFiles into(WriteFiles files, String folder) {
    return files.emptying(folder).addAll(folder + "/", this.files.contents());
  }
}
