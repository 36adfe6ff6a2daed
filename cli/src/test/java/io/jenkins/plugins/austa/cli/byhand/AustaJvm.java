package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.cli.Austa;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The command line in a process of its own.
 *
 * @param exitCode what it ended with
 * @param output all that it printed
 */
record AustaJvm(int exitCode, String output) {
  private static final long LONGEST_SECONDS = 90;

  /** The words that start it. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Austa.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Runs a command to its end.
   *
   * @param onLine gets each line as it comes
   */
  static AustaJvm run(List<String> command, BiConsumer<Process, String> onLine)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        onLine.accept(process, line);
      }
    }
    assertTrue(output.toString(), process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS));
    return new AustaJvm(process.exitValue(), output.toString());
  }

  /** Whether the machine has a program that only some have. */
  static boolean has(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }
}
