package io.jenkins.plugins.austa.cli.toolbox;

import com.marcnuri.helm.Helm;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code helm template} by Helm as a library; the main class of a process of its own. */
public final class HelmLibrary {

  private HelmLibrary() {}

  /**
   * Prints a rendered chart.
   *
   * @param args as of {@code helm template}: RELEASE CHART --namespace N --kube-version V --values
   *     FILE
   */
  public static void main(String[] args) {
    List<String> words = List.of(args);
    try {
      String manifest =
          new Helm(Path.of(words.get(1)))
              .template()
              .withName(words.get(0))
              .withNamespace(option(words, "--namespace"))
              .withKubeVersion(option(words, "--kube-version"))
              .withValuesFile(Path.of(option(words, "--values")))
              .call();
      new PrintStream(System.out, true, StandardCharsets.UTF_8).print(manifest);
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static String option(List<String> words, String name) {
    return words.get(words.indexOf(name) + 1);
  }
}
