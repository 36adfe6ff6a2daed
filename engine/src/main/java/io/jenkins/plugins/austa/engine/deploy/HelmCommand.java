package io.jenkins.plugins.austa.engine.deploy;

import io.jenkins.plugins.austa.engine.plan.ShellWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line that installs or upgrades one Helm release; secrets come by KUBECONFIG, never as
 * arguments.
 */
public final class HelmCommand {

  private HelmCommand() {}

  /**
   * {@code helm upgrade --install}.
   *
   * @param release the release's name
   * @param namespace has to be there: making namespaces takes rights on the whole cluster
   * @param chart the chart's folder
   * @param values the values file
   * @param history revisions that Helm keeps
   * @param wait how long Helm waits for the pods; null not to wait, because somebody else does
   * @return one shell command
   */
  public static String upgrade(
      String release, String namespace, String chart, String values, int history, Duration wait) {
    List<String> words = new ArrayList<>(List.of("helm", "upgrade", "--install", release, chart));
    words.addAll(List.of("--namespace", namespace, "--values", values));
    words.addAll(List.of("--history-max", String.valueOf(history)));
    if (wait != null) {
      words.addAll(List.of("--wait", "--timeout", wait.toSeconds() + "s"));
    }
    return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
  }
}
