package io.jenkins.plugins.austa.engine.rollout.route;

import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;

/**
 * What one object says about where traffic goes. Pure, nothing here talks to a cluster.
 *
 * @param <T> the object's type
 */
interface OneObjectEntry<T> {

  /**
   * Where traffic goes.
   *
   * @param object as the API server has it, null when there is none
   */
  EntryState read(T object);

  /** A new one that sends everything to {@code colour}. */
  T created(Colour colour);

  /**
   * The same object with nothing changed but the backends; keeps whatever else users have put
   * there, and the resourceVersion.
   */
  T pointedTo(Colour colour, T object);
}
