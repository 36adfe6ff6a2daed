package jenkins.agents;

import hudson.remoting.Callable;
import jenkins.security.Roles;
import org.jenkinsci.remoting.RoleChecker;

/**
 * Work that the controller may send to an agent, never the other way.
 *
 * @param <V> type of the answer
 * @param <T> what may be thrown
 */
public interface ControllerToAgentCallable<V, T extends Throwable> extends Callable<V, T> {
  @Override
  default void checkRoles(RoleChecker checker) throws SecurityException {
    checker.check(this, Roles.SLAVE);
  }
}
