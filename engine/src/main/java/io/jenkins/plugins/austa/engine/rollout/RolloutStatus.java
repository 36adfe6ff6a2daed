package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What record and cluster say of a release at one moment.
 *
 * @param environment as in {@code austa.yaml}
 * @param traffic the colour that users' requests go to, by service; empty before the first switch
 * @param trouble why the entry cannot be trusted, a clause; empty when it can
 * @param holder the build that holds the lease; empty when nobody does
 * @param heldUntil when the lease can be taken over unless it is renewed; null when nobody holds it
 * @param colours both, blue first
 * @param meaning what the phase means here and what to do next, whole sentences
 */
public record RolloutStatus(
    String environment,
    String namespace,
    String release,
    RolloutRecord record,
    Map<String, Colour> traffic,
    Optional<String> trouble,
    String holder,
    Instant heldUntil,
    List<ColourStatus> colours,
    String meaning) {

  public RolloutStatus {
    traffic = Map.copyOf(traffic);
    colours = List.copyOf(colours);
  }

  /** How far the latest rollout has come. */
  public Phase phase() {
    return record.phase();
  }

  /** Whether nothing is under way and nothing is wrong. */
  public boolean settled() {
    return !phase().unfinished() && phase() != Phase.STOPPED && trouble.isEmpty();
  }
}
