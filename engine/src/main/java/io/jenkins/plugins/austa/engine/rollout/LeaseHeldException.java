package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;

/** Another build rolls out this release at the moment. */
public final class LeaseHeldException extends RolloutException {

  private static final long serialVersionUID = 1L;

  private final String holder;
  private final Instant until;

  LeaseHeldException(String lease, String holder, Instant until) {
    super(
        "The rollout lease "
            + lease
            + " is held by build "
            + holder
            + " until "
            + until
            + ". Wait for that build, or abort it; its lease can be taken over after that time.",
        null);
    this.holder = holder;
    this.until = until;
  }

  public String holder() {
    return holder;
  }

  /** When the lease expires unless its holder renews it. */
  public Instant until() {
    return until;
  }
}
