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
    return of(
        System.getProperty("jenkins.war", ""),
        System.getProperty("jenkins.start", ""),
        System.getProperty("jenkins.plugins", ""),
        Path.of(System.getProperty("austa.hpi", "")));
  }

  /**
   * A controller made of these; empty when neither a war nor a command is named, or no plugins.
   *
   * @param war path of a jenkins.war; may be empty
   * @param start command that runs a controller; may be empty
   * @param plugins folder of the plugins; may be empty
   * @param hpi the plugin under test
   * @throws IOException when a file that is named is not there
   */
  public static Optional<ControllerKit> of(String war, String start, String plugins, Path hpi)
      throws IOException {
    boolean startable = !start.isEmpty() || war.endsWith(".war");
    if (!startable || plugins.isEmpty()) {
      return Optional.empty();
    }
    requireFile(hpi, "the plugin; build it first");
    if (!start.isEmpty()) {
      return Optional.of(new ControllerKit(start, Path.of(plugins), hpi));
    }
    requireFile(Path.of(war), "the jenkins.war");
    return Optional.of(new ControllerKit(warCommand(war), Path.of(plugins), hpi));
  }

  /** The same kit with another command. */
  public ControllerKit withCommand(String other) {
    return new ControllerKit(other, plugins, hpi);
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
