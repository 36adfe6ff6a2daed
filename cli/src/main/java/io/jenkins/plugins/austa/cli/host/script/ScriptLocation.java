package io.jenkins.plugins.austa.cli.host.script;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line in a file that the pipeline's author wrote.
 *
 * @param file {@code Jenkinsfile}, or folder and file of a library script
 * @param line counted from 1
 */
public record ScriptLocation(String file, int line) {
  /** Class name of the compiled Jenkinsfile, the same as in Jenkins. */
  static final String MAIN_SCRIPT = "WorkflowScript";

  /** Returns the innermost place in a stack of program code. */
  public static Optional<ScriptLocation> first(List<StackTraceElement> stack) {
    return stack.stream()
        .filter(frame -> frame.getLineNumber() > 0 && isScript(frame.getFileName()))
        .findFirst()
        .map(frame -> new ScriptLocation(file(frame), frame.getLineNumber()));
  }

  /** Returns where in the program something was thrown, empty when that is not known. */
  public static Optional<ScriptLocation> of(Throwable thrown) {
    return first(Arrays.asList(thrown.getStackTrace()));
  }

  private static boolean isScript(String source) {
    return source != null && (source.equals(MAIN_SCRIPT) || source.endsWith(".groovy"));
  }

  /** The compiler keeps only the last part of a library file's name; its class tells the rest. */
  private static String file(StackTraceElement frame) {
    String name = shown(frame.getFileName());
    if (!name.endsWith(".groovy") || name.indexOf('/') >= 0) {
      return name;
    }
    int end = frame.getClassName().lastIndexOf('.');
    String folder = end < 0 ? "" : frame.getClassName().substring(0, end).replace('.', '/') + "/";
    return (end < 0 ? "vars/" : "src/") + folder + name;
  }

  /** Returns the name by which the author knows a source: the last two parts of a path. */
  static String shown(String source) {
    if (source.equals(MAIN_SCRIPT)) {
      return "Jenkinsfile";
    }
    int file = source.lastIndexOf('/');
    int folder = file < 0 ? -1 : source.lastIndexOf('/', file - 1);
    return source.substring(folder + 1);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
