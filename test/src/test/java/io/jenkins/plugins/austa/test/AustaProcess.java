package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportJson;
import java.io.File;
import java.io.IOException;
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
record AustaProcess(int exitCode, Path folder, String output) {
  private static final long LONGEST_SECONDS = 180;

  static AustaProcess run(String name, String... arguments) throws Exception {
    return run(name, Map.of(), arguments);
  }

  static AustaProcess run(String name, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("austa.runs"), name));
    File log = folder.resolve("output.txt").toFile();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("-jar", Path.of(System.getProperty("austa.jar")).toRealPath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String output = Files.readString(log.toPath());
    assertTrue("austa did not end in time:\n" + output, ended);
    return new AustaProcess(process.exitValue(), folder, output);
  }

  RunReport report() throws IOException {
    return RunReportJson.read(folder.resolve("target/austa/run.json"));
  }

  String page() throws IOException {
    return Files.readString(folder.resolve("target/austa/report.html"));
  }
}
