package io.jenkins.plugins.austa.bench.controller;

import io.jenkins.plugins.austa.test.controller.ControllerException;
import io.jenkins.plugins.austa.test.controller.ControllerKit;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The controller that a benchmark is given on the command line. */
final class GivenController {
  @Option(names = "--war", paramLabel = "FILE", description = "A jenkins.war.")
  private String war = "";

  @Option(
      names = "--start",
      paramLabel = "COMMAND",
      description =
          "A command that runs a controller in the foreground; finds PORT and JENKINS_HOME in its environment.")
  private String start = "";

  @Option(
      names = "--plugins",
      required = true,
      paramLabel = "DIR",
      description = "The plugins that the pipeline needs, as .hpi or .jpi files.")
  private String plugins;

  @Option(
      names = "--hpi",
      paramLabel = "FILE",
      defaultValue = "${sys:austa.hpi}",
      description = "The plugin; the one of this checkout unless another is named.")
  private Path hpi;

  /** The controller, its JVM started with one more option. */
  ControllerKit kit(String jvmOption) throws IOException {
    ControllerKit kit =
        ControllerKit.of(war, start, plugins, hpi)
            .orElseThrow(
                () -> new ControllerException("There is no controller: give --war or --start."));
    return kit.withCommand("export JAVA_TOOL_OPTIONS=" + jvmOption + "; " + kit.command());
  }
}
