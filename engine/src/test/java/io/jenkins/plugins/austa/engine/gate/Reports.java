package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts hand-written reports into a workspace and reads reports back. */
final class Reports {
  final Path workspace;

  Reports(Path workspace) {
    this.workspace = workspace;
  }

  static String fixture(String name) {
    try (InputStream in = Reports.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sample of real scanner output; callers assume that it is there. */
  static Path sample(String name) {
    return Path.of("/work/shared/samples").resolve(name);
  }

  ExpectedScan write(String scanner, String platform, int exitCode, String content) {
    return write(scanner, platform, exitCode, content.getBytes(StandardCharsets.UTF_8));
  }

  ExpectedScan write(String scanner, String platform, int exitCode, byte[] content) {
    try {
      Path file = Files.createTempFile(workspace, scanner, ".json");
      Files.write(file, content);
      String name = workspace.relativize(file).toString();
      return new ExpectedScan(scanner, "backend", platform, name, exitCode);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Finding> read(ExpectedScan scan) throws BrokenReportException {
    List<Finding> findings = new ArrayList<>();
    ScanReports.read(workspace, scan, findings::add);
    return findings;
  }
}
