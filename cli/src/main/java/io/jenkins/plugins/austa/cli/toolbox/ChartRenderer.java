package io.jenkins.plugins.austa.cli.toolbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Renders a chart in a process of its own: by the {@code helm} command where the machine has one,
 * else by Helm as a library ({@link HelmLibrary}), whose Go runtime would take this process'
 * signals for itself, so that Ctrl-C would no longer end a run.
 */
final class ChartRenderer {
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

  static String render(String release, Path chart, String namespace, Path values)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            Commands.find("helm")
                .map(ChartRenderer::byCommand)
                .orElseGet(ChartRenderer::byLibrary));
    command.addAll(List.of(release, chart.toString(), "--namespace", namespace));
    command.addAll(List.of("--kube-version", KUBERNETES, "--values", values.toString()));
    Path out = Files.createTempFile("austa-rendered", ".yaml");
    Path err = Files.createTempFile("austa-helm", ".log");
    try {
      return render(command, out, err);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private static String render(List<String> command, Path out, Path err)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("Helm took longer than " + TIMEOUT_SECONDS + " s to render the chart");
    }
    if (process.exitValue() != 0) {
      throw new IOException("Helm cannot render the chart: " + Files.readString(err).trim());
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private static List<String> byCommand(Path helm) {
    return List.of(helm.toString(), "template");
  }

  private static List<String> byLibrary() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        HelmLibrary.class.getName());
  }
}
