package io.jenkins.plugins.austa.engine.rollout;

import java.util.List;

/**
 * Moves users' traffic between the colours, for all services as one unit. Calls block.
 *
 * <p>However many writes it takes: when {@link #switchTo} returns, every service is on the colour;
 * when it throws, what it had moved has been put back, or the message says what could not be.
 */
public interface Router {

  /**
   * Reads which colour each service carries. An entry that is missing, half moved or edited by hand
   * is a state, not an error.
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

  /**
   * Moves all services back to {@code colour}, which they came from. Differs from {@link #switchTo}
   * where that takes more than one write: what has gone back stays there when a later write fails,
   * so that trying again goes on from where it stopped and users are never sent to the colour that
   * is being left.
   *
   * <p>Writes every object of the entry, also those that are on {@code colour} already: from then
   * on no write comes true that rests on an earlier reading, not even one that is still on its way.
   *
   * @param seen as for {@link #switchTo}; may be half moved
   * @return the entry as read back afterwards
   * @throws EntryChangedException if the entry is not the one seen any more
   * @throws ClusterException if the API server denies or fails
   */
  default EntryState takeBack(Colour colour, EntryState seen) {
    return switchTo(colour, seen);
  }

  /**
   * What speaks against rolling out through this entry, found by looking only: before anything is
   * touched, and besides what {@link #read} says.
   *
   * @throws ClusterException if the API server cannot say
   */
  default List<EntryFinding> findings(EntryState seen) {
    return List.of();
  }

  /** How the entry is called in messages. */
  String entry();
}
