package io.jenkins.plugins.austa.test.controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a controller is made of.
 *
 * @param command shell command that runs it in the foreground; finds PORT and JENKINS_HOME in its
 *     environment
 * @param plugins folder with {@code .hpi} or {@code .jpi} files
 * @param hpi the plugin that is to be tested
 */
public record ControllerKit(String command, Path plugins, Path hpi) {
  /** How to give a controller to tests and benches. */
  public static final String HOW =
      "give -Djenkins.war=FILE -Djenkins.plugins=DIR, or -Djenkins.start=COMMAND"
          + " -Djenkins.plugins=DIR where the command finds PORT and JENKINS_HOME in its"
          + " environment";

  /**
   * The controller that the system properties name; empty when they name none.
   *
   * @throws IOException when they name one that is not there
   */
  public static Optional<ControllerKit> given() throws IOException {
    String war = System.getProperty("jenkins.war", "");
    String start = System.getProperty("jenkins.start", "");
    String plugins = System.getProperty("jenkins.plugins", "");
    boolean startable = !start.isEmpty() || war.endsWith(".war");
    if (!startable || plugins.isEmpty()) {
      return Optional.empty();
    }
    Path hpi = Path.of(System.getProperty("austa.hpi"));
    requireFile(hpi, "the plugin; build it first");
    if (start.isEmpty()) {
      requireFile(Path.of(war), "the controller that -Djenkins.war names");
      start = warCommand(war);
    }
    return Optional.of(new ControllerKit(start, Path.of(plugins), hpi));
  }

  /** The same kit with another build of the plugin, or another one altogether. */
  public ControllerKit withHpi(Path file) {
    return new ControllerKit(command, plugins, file);
  }

  private static String warCommand(String war) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return "exec '%s' -Djava.awt.headless=true -Djenkins.install.runSetupWizard=false -jar '%s' "
            .formatted(System.getProperty("jenkins.java", java.toString()), war)
        + "--httpListenAddress=127.0.0.1 --httpPort=\"$PORT\"";
  }

  private static void requireFile(Path file, String what) throws ControllerException {
    if (!Files.isRegularFile(file)) {
      throw new ControllerException("Not there: " + file + ", " + what);
    }
  }
}
