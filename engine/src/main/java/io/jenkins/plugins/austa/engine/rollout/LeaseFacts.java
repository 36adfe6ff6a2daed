package io.jenkins.plugins.austa.engine.rollout;

import java.time.Duration;
import java.time.Instant;

/**
 * A Lease as it was found.
 *
 * @param holder empty when it was released
 * @param renewed when its holder last said that it lives; null counts as long ago
 */
record LeaseFacts(String holder, Instant renewed, Duration duration) {

  /** Who may write the Lease next. */
  enum Standing {
    FREE,
    OURS,
    EXPIRED,
    HELD
  }

  Standing standing(String self, Instant now) {
    if (holder.isEmpty()) {
      return Standing.FREE;
    }
    if (holder.equals(self)) {
      return Standing.OURS;
    }
    return now.isBefore(until()) ? Standing.HELD : Standing.EXPIRED;
  }

  /** How far in the future the holder renewed it, which only a clock that is wrong can do. */
  Duration ahead(Instant now) {
    return renewed == null || !renewed.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, renewed);
  }

  Instant until() {
    return renewed == null ? Instant.EPOCH : renewed.plus(duration);
  }
}
