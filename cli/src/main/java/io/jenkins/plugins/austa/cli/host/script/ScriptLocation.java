package io.jenkins.plugins.austa.cli.host.script;

import com.cloudbees.groovy.cps.Continuable;
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
        .map(frame -> new ScriptLocation(shown(frame.getFileName()), frame.getLineNumber()));
  }

  /** Returns where in the program something was thrown, empty when that is not known. */
  public static Optional<ScriptLocation> of(Throwable thrown) {
    List<StackTraceElement> stack = Arrays.asList(thrown.getStackTrace());
    int separator = stack.indexOf(Continuable.SEPARATOR_STACK_ELEMENT);
    return first(separator < 0 ? stack : stack.subList(separator, stack.size()));
  }

  private static boolean isScript(String source) {
    return source != null && (source.equals(MAIN_SCRIPT) || source.endsWith(".groovy"));
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
