package io.jenkins.plugins.austa.cli.toolbox;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One call of a tool, as the shell made it.
 *
 * @param tool the tool's name
 * @param arguments its arguments
 * @param directory the folder it was called in, absolute
 * @param environment those of {@link #VARIABLES} that are set
 * @param out its standard output
 * @param err its standard error
 */
public record ToolCall(
    String tool,
    List<String> arguments,
    Path directory,
    Map<String, String> environment,
    PrintStream out,
    PrintStream err) {

  /** The environment variables that a tool gets to see. */
  static final List<String> VARIABLES = List.of("KUBECONFIG", "DATABASE_URL", "WORKSPACE");

  /** The arguments as one line. */
  String line() {
    return String.join(" ", arguments);
  }

  /** The value behind an option, or null when the option is not there. */
  String option(String name) {
    int at = arguments.indexOf(name);
    return at < 0 || at + 1 >= arguments.size() ? null : arguments.get(at + 1);
  }
}
