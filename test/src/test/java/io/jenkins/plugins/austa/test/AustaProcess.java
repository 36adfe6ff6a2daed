package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportJson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call of the finished command line, in a process and a folder of its own.
 *
 * @param exitCode what it ended with
 * @param folder where it was called; results are in {@code target/austa} below it
 * @param output what it printed
 */
public record AustaProcess(int exitCode, Path folder, String output) {
  private static final long LONGEST_SECONDS = 180;

  public static AustaProcess run(String name, String... arguments) throws Exception {
    return run(name, Map.of(), arguments);
  }

  public static AustaProcess run(String name, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("austa.runs"), name));
    File log = folder.resolve("output.txt").toFile();
    ProcessBuilder builder = builder(folder, arguments).redirectOutput(log);
    builder.environment().putAll(environment);
    Process process = builder.start();
    return ended(process, folder, () -> Files.readString(log.toPath()));
  }

  /** Asks the process to end (SIGTERM) as soon as it prints a line with some text. */
  public static AustaProcess terminatedAt(String text, String name, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("austa.runs"), name));
    Process process = builder(folder, arguments).start();
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.contains(text)) {
          // Process.destroy would close what is read here.
          process.toHandle().destroy();
        }
      }
    }
    return ended(process, folder, output::toString);
  }

  private static ProcessBuilder builder(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("-jar", Path.of(System.getProperty("austa.jar")).toRealPath().toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
  }

  private static AustaProcess ended(Process process, Path folder, Output output)
      throws IOException, InterruptedException {
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue("austa did not end in time:\n" + output.read(), ended);
    return new AustaProcess(process.exitValue(), folder, output.read());
  }

  private interface Output {
    String read() throws IOException;
  }

  public RunReport report() throws IOException {
    return RunReportJson.read(folder.resolve("target/austa/run.json"));
  }

  public String page() throws IOException {
    return Files.readString(folder.resolve("target/austa/report.html"));
  }
}
