package io.jenkins.plugins.austa.engine.rollout;

/**
 * Moves users' traffic between the colours, for all services as one unit. Calls block.
 *
 * <p>However many writes it takes: when {@link #switchTo} returns, every service is on the colour;
 * when it throws, what was moved has been put back, or the message says what could not be.
 */
public interface Router {

  /**
   * Reads which colour each service carries. An entry that is missing or edited by hand is a state,
   * not an error.
   *
   * @throws ClusterException if the API server cannot say
   */
  EntryState read();

  /**
   * Moves all services to {@code colour}; creates the entry if {@code seen} says that it is
   * missing.
   *
   * @param seen what the decision to move rests on; its versions are the precondition of every
   *     write
   * @return the entry as read back afterwards
   * @throws EntryChangedException if the entry is not the one seen any more
   * @throws ClusterException if the API server denies or fails
   */
  EntryState switchTo(Colour colour, EntryState seen);

  /** How the entry is called in messages. */
  String entry();
}
