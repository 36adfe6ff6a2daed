package jenkins.agents;

import hudson.FilePath;
import jenkins.security.Roles;
import org.jenkinsci.remoting.RoleChecker;

/**
 * Work on a file that the controller may send to an agent, never the other way.
 *
 * @param <T> type of the answer
 */
public interface ControllerToAgentFileCallable<T> extends FilePath.FileCallable<T> {
  @Override
  default void checkRoles(RoleChecker checker) throws SecurityException {
    checker.check(this, Roles.SLAVE);
  }
}
