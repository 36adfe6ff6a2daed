package jenkins.security;

import jenkins.agents.ControllerToAgentCallable;

/**
 * Work that the controller may send to an agent, as a base class.
 *
 * @param <V> type of the answer
 * @param <T> what may be thrown
 */
public abstract class MasterToSlaveCallable<V, T extends Throwable>
    implements ControllerToAgentCallable<V, T> {
  private static final long serialVersionUID = 1L;
}
