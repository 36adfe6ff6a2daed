package io.jenkins.plugins.austa.cli.toolbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code helm upgrade --install} on a real cluster, by the command where the machine has one, else
 * by Helm as a library in a process of its own.
 *
 * @param release the release's name
 * @param chart the chart's folder
 * @param namespace must exist
 * @param values the values file
 * @param history revisions that Helm keeps
 * @param podsWithin how long Helm waits for the pods; null not to wait, because somebody else does
 * @param environment environment variables, among them {@code KUBECONFIG}
 */
public record HelmUpgrade(
    String release,
    Path chart,
    String namespace,
    Path values,
    int history,
    Duration podsWithin,
    Map<String, String> environment) {
  /** For Helm itself, besides the pods' time. */
  private static final long TIMEOUT_SECONDS = 120;

  public HelmUpgrade {
    environment = Map.copyOf(environment);
  }

  /**
   * Does it.
   *
   * @throws IOException when Helm does not succeed, with its own words
   */
  public void run() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(HelmProcess.command("upgrade", HelmLibraryUpgrade.class));
    command.addAll(List.of("--install", release, chart.toString(), "--namespace", namespace));
    command.addAll(List.of("--values", values.toString()));
    command.addAll(List.of("--history-max", String.valueOf(history)));
    long seconds = TIMEOUT_SECONDS;
    if (podsWithin != null) {
      command.addAll(List.of("--wait", "--timeout", podsWithin.toSeconds() + "s"));
      seconds += podsWithin.toSeconds();
    }
    HelmProcess.run(
        "install release " + release + " in " + namespace, command, environment, seconds);
  }
}
