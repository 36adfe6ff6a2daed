package io.jenkins.plugins.austa.cli.toolbox;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Renders a chart: by the {@code helm} command where the machine has one, else by Helm as a
 * library.
 */
final class ChartRenderer {
  private static final long TIMEOUT_SECONDS = 60;

  /** Rendering asks no cluster, so the version that the sandbox stands for has to be told. */
  private static final String KUBERNETES = "1.33.0";

  private ChartRenderer() {}

  /** Which Helm renders, for the reader of a report. */
  static String engine() {
    return Commands.find("helm")
        .map(path -> "the helm command " + path)
        .orElse("helm-java (Helm 3 in this process)");
  }

  static String render(String release, Path chart, String namespace, Path values)
      throws IOException, InterruptedException {
    Optional<Path> helm = Commands.find("helm");
    return helm.isPresent()
        ? byCommand(helm.get(), release, chart, namespace, values)
        : byLibrary(release, chart, namespace, values);
  }

  private static String byLibrary(String release, Path chart, String namespace, Path values)
      throws IOException {
    try {
      return new Helm(chart)
          .template()
          .withName(release)
          .withNamespace(namespace)
          .withKubeVersion(KUBERNETES)
          .withValuesFile(values)
          .call();
    } catch (RuntimeException e) {
      throw new IOException("Helm cannot render the chart " + chart + ": " + e.getMessage(), e);
    }
  }

  private static String byCommand(
      Path helm, String release, Path chart, String namespace, Path values)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("austa-rendered", ".yaml");
    Path err = Files.createTempFile("austa-helm", ".log");
    try {
      Process process =
          new ProcessBuilder(
                  List.of(
                      helm.toString(),
                      "template",
                      release,
                      chart.toString(),
                      "--namespace",
                      namespace,
                      "--kube-version",
                      KUBERNETES,
                      "--values",
                      values.toString()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("helm template took longer than " + TIMEOUT_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("helm template failed: " + Files.readString(err).trim());
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
