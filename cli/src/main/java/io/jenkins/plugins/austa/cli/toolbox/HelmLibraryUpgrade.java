package io.jenkins.plugins.austa.cli.toolbox;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.UpgradeCommand;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code helm upgrade --install} by Helm as a library; the main class of a process of its own.
 * Finds the cluster by the environment variable {@code KUBECONFIG}, as the command does. The
 * library keeps all revisions of a release: it cannot be told how many.
 */
public final class HelmLibraryUpgrade {

  private HelmLibraryUpgrade() {}

  /**
   * Installs or upgrades a release.
   *
   * @param args as of {@code helm upgrade}: --install RELEASE CHART --namespace N --values FILE
   *     --history-max H [--wait --timeout Ss]
   */
  public static void main(String[] args) {
    List<String> words = List.of(args);
    try {
      UpgradeCommand upgrade =
          new Helm(Path.of(words.get(2)))
              .upgrade()
              .install()
              .withName(words.get(1))
              .withNamespace(option(words, "--namespace"))
              .withValuesFile(Path.of(option(words, "--values")));
      if (words.contains("--wait")) {
        String seconds = option(words, "--timeout").replace("s", "");
        upgrade = upgrade.waitReady().withTimeout(Integer.parseInt(seconds));
      }
      upgrade.call();
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static String option(List<String> words, String name) {
    return words.get(words.indexOf(name) + 1);
  }
}
