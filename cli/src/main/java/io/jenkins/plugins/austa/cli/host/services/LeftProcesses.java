package io.jenkins.plugins.austa.cli.host.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends processes that a {@code node} block leaves behind, as Jenkins does: those whose environment
 * carries the block's cookie. A process that sets the variable to something else is spared.
 */
public final class LeftProcesses {
  static final String VARIABLE = "JENKINS_NODE_COOKIE";
  private static final Logger LOGGER = LoggerFactory.getLogger(LeftProcesses.class);
  private static final Path PROC = Path.of("/proc");

  private LeftProcesses() {}

  /** Ends the processes with this cookie; does nothing where there is no {@code /proc}. */
  public static void end(String cookie) {
    if (!Files.isDirectory(PROC)) {
      return;
    }
    String wanted = "\0" + VARIABLE + "=" + cookie + "\0";
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (environment(process).contains(wanted)) {
          long pid = Long.parseLong(String.valueOf(process.getFileName()));
          LOGGER.debug("ending process {}, which a node block has left", pid);
          ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
      }
    } catch (IOException e) {
      LOGGER.warn("cannot look for processes that were left behind", e);
    }
  }

  private static String environment(Path process) {
    try {
      byte[] environment = Files.readAllBytes(process.resolve("environ"));
      return "\0" + new String(environment, StandardCharsets.ISO_8859_1);
    } catch (IOException notOursOrGone) {
      return "";
    }
  }
}
