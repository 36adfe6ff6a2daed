package io.jenkins.plugins.austa.engine.rollout;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a rollout has come. Where traffic may be in each phase is part of the contract. */
public enum Phase {
  /** No rollout has begun. */
  IDLE(false),
  /** The candidate is decided and being installed; traffic is on the active revision. */
  PREPARING(true),
  /** The candidate is looked at before any user sees it; traffic is on the active revision. */
  CHECKING(true),
  /**
   * The entry is being written; traffic is on the active revision or on the candidate, only the
   * entry knows.
   */
  SWITCHING(true),
  /** Traffic is on the candidate, which is now the active revision but has not proven itself. */
  VERIFYING(true),
  /** The candidate has proven itself; the previous colour is drained and scaled to zero. */
  RETIRING(true),
  /** The rollout has ended well. */
  DONE(false),
  /**
   * Traffic goes back, or the candidate that never had any is scaled to zero; only the entry knows
   * where traffic is.
   */
  REVERTING(true),
  /** The rollout has ended on the last known good revision. */
  REVERTED(false),
  /** A revert could not be finished; nothing more is done until a person has looked. */
  STOPPED(false);

  private final boolean unfinished;

  Phase(boolean unfinished) {
    this.unfinished = unfinished;
  }

  /**
   * Whether somebody has to go on from here: the holder, or whoever takes over its expired lease.
   */
  public boolean unfinished() {
    return unfinished;
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
