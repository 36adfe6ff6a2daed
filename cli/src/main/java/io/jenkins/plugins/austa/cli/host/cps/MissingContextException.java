package io.jenkins.plugins.austa.cli.host.cps;

import hudson.AbortException;
import hudson.FilePath;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** A step was called where something it needs is not there, such as a workspace. */
final class MissingContextException extends AbortException {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OF_NODE =
      Set.of(FilePath.class.getSimpleName(), "Launcher", "Computer", "Node");

  MissingContextException(String step, MissingContextVariableException cause) {
    super(message(step, cause.getType().getSimpleName()));
    initCause(cause);
  }

  private static String message(String step, String missing) {
    return OF_NODE.contains(missing)
        ? step + " needs an agent with a workspace: put it inside node { … }"
        : step + " needs a " + missing + ", which no step around it provides";
  }
}
