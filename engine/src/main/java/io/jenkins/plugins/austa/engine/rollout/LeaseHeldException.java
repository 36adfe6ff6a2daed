package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Another build rolls out this release at the moment. */
public final class LeaseHeldException extends RolloutException {

  private static final long serialVersionUID = 1L;

  private static final Duration TOLERATED = Duration.ofSeconds(10);

  private final String holder;
  private final Instant until;

  /**
   * @param ahead how far in the future of this machine's clock it was renewed; zero when it was not
   */
  LeaseHeldException(String lease, String holder, Instant until, Duration ahead) {
    super(
        "The rollout lease "
            + lease
            + " is held by build "
            + holder
            + " until "
            + until
            + ". Wait for that build, or abort it; its lease can be taken over after that time."
            + clocks(ahead),
        null);
    this.holder = holder;
    this.until = until;
  }

  public String holder() {
    return holder;
  }

  private static String clocks(Duration ahead) {
    return ahead.compareTo(TOLERATED) <= 0
        ? ""
        : " It was renewed "
            + DurationText.of(ahead.truncatedTo(ChronoUnit.SECONDS))
            + " in the future of this machine's clock: set the clocks. If that build is gone, delete"
            + " the Lease.";
  }

  /** When the lease expires unless its holder renews it. */
  public Instant until() {
    return until;
  }
}
