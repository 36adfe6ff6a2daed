package io.jenkins.plugins.austa.cli.toolbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs Helm in a process of its own, for a limited time. Ctrl-C goes to every process of a
 * terminal, but not to this one: Helm that ends half way leaves a release that nobody may touch.
 */
final class HelmProcess {
  private HelmProcess() {}

  /**
   * The {@code helm} command where the machine has one, else a JVM with Helm as a library.
   *
   * @param subcommand what the command is to do
   * @param library the main class that does the same
   */
  static List<String> command(String subcommand, Class<?> library) {
    return Commands.find("helm")
        .map(helm -> List.of(helm.toString(), subcommand))
        .orElseGet(
            () ->
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    library.getName()));
  }

  /** What a shell ignores, the program ignores that takes its place. */
  private static List<String> undisturbed(List<String> command) {
    Optional<Path> shell = Commands.find("sh");
    if (shell.isEmpty()) {
      return command;
    }
    List<String> words = new ArrayList<>();
    words.addAll(List.of(shell.get().toString(), "-c", "trap '' INT HUP; exec \"$@\"", "helm"));
    words.addAll(command);
    return words;
  }

  /**
   * Waits for its end.
   *
   * @param what as in "Helm cannot " + what
   * @return its standard output
   * @throws IOException when it does not succeed, with what it said on standard error
   */
  static String run(
      String what, List<String> command, Map<String, String> environment, long seconds)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("austa-helm", ".out");
    Path err = Files.createTempFile("austa-helm", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(undisturbed(command))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      try {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          throw new IOException("Helm took longer than " + seconds + " s to " + what);
        }
      } finally {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        throw new IOException("Helm cannot " + what + ": " + Files.readString(err).trim());
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
