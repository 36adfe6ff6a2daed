package io.jenkins.plugins.austa.cli.toolbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What commands this machine has. */
public final class Commands {
  private static final long TIMEOUT_SECONDS = 20;

  private Commands() {}

  /** Where a command is on this process' PATH. */
  public static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
        .findFirst();
  }

  /**
   * The first line that a command prints.
   *
   * @return empty when it is not there, fails or does not end in time
   */
  public static Optional<String> firstLine(String name, String... arguments) {
    return find(name).flatMap(path -> firstLine(path, List.of(arguments)));
  }

  private static Optional<String> firstLine(Path command, List<String> arguments) {
    try {
      Path out = Files.createTempFile("austa-command", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(
                Stream.concat(Stream.of(command.toString()), arguments.stream()).toList());
        Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return Optional.empty();
        }
        return process.exitValue() == 0
            ? Files.readString(out, StandardCharsets.UTF_8).lines().findFirst()
            : Optional.empty();
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
