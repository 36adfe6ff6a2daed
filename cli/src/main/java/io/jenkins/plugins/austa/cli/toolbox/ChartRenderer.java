package io.jenkins.plugins.austa.cli.toolbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Renders a chart in a process of its own: by the {@code helm} command where the machine has one,
 * else by Helm as a library ({@link HelmLibrary}), whose Go runtime would take this process'
 * signals for itself, so that Ctrl-C would no longer end a run.
 */
public final class ChartRenderer {
  private static final long TIMEOUT_SECONDS = 60;

  /** Rendering asks no cluster, so the version that the sandbox stands for has to be told. */
  static final String KUBERNETES = "1.33.0";

  private ChartRenderer() {}

  /** Which Helm renders, for the reader of a report. */
  static String engine() {
    return Commands.find("helm")
        .map(path -> "the helm command " + path)
        .orElse("helm-java (Helm 3)");
  }

  /** As {@link #render(String, Path, String, Path, String)} for the version of the sandbox. */
  static String render(String release, Path chart, String namespace, Path values)
      throws IOException, InterruptedException {
    return render(release, chart, namespace, values, KUBERNETES);
  }

  /**
   * The objects that a release would consist of.
   *
   * @param kubernetes version of the cluster, as {@code 1.33.0}
   * @return YAML documents
   * @throws IOException when Helm cannot render the chart, with its own words
   */
  public static String render(
      String release, Path chart, String namespace, Path values, String kubernetes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(HelmProcess.command("template", HelmLibrary.class));
    command.addAll(List.of(release, chart.toString(), "--namespace", namespace));
    command.addAll(List.of("--kube-version", kubernetes, "--values", values.toString()));
    return HelmProcess.run("render the chart", command, Map.of(), TIMEOUT_SECONDS);
  }
}
