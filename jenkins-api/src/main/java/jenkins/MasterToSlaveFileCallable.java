package jenkins;

import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Work on a file that the controller may send to an agent, as a base class.
 *
 * @param <T> type of the answer
 */
public abstract class MasterToSlaveFileCallable<T> implements ControllerToAgentFileCallable<T> {
  private static final long serialVersionUID = 1L;
}
