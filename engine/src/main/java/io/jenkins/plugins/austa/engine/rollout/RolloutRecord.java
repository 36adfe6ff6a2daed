package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is remembered of a release's rollouts. What it says about traffic is true as {@link
 * Phase} describes it.
 *
 * @param active the revision users are on, null before the first switch has been seen to work
 * @param candidate the revision being rolled out or taken back, null when nothing is under way;
 *     after the switch the same as active
 * @param previous the revision in the other colour that traffic can go back to, null when there is
 *     none
 * @param history ended rollouts, latest first
 * @param revertedBecause why the latest rollout goes or went back, null when it did not
 * @param events what happened in the latest rollouts, oldest first, bounded
 * @param holder who wrote last
 */
public record RolloutRecord(
    Revision active,
    Revision candidate,
    Phase phase,
    Revision previous,
    List<PastRevision> history,
    Reverted revertedBecause,
    List<RolloutEvent> events,
    String holder,
    Instant updatedAt) {

  public RolloutRecord {
    history = List.copyOf(history);
    events = List.copyOf(events);
  }

  static RolloutRecord empty(Instant now) {
    return new RolloutRecord(null, null, Phase.IDLE, null, List.of(), null, List.of(), "", now);
  }

  public Optional<Revision> activeRevision() {
    return Optional.ofNullable(active);
  }

  public Optional<Revision> candidateRevision() {
    return Optional.ofNullable(candidate);
  }

  public Optional<Revision> previousRevision() {
    return Optional.ofNullable(previous);
  }

  /**
   * Where a revert goes: the revision that carried traffic before the candidate did. Empty when the
   * candidate is the first revision ever, or when nothing is known to go back to.
   */
  public Optional<Revision> lastKnownGood() {
    boolean candidateIsActive =
        active != null && (candidate == null || candidate.number() == active.number());
    return Optional.ofNullable(candidateIsActive ? previous : active);
  }

  /**
   * The revision that the candidate goes back to, as it was recorded; the candidate itself when
   * that has fallen out of the history since, or when it goes back to none.
   */
  Revision restored() {
    return history.stream()
        .map(PastRevision::revision)
        .filter(past -> Integer.valueOf(past.number()).equals(candidate.restores()))
        .findFirst()
        .orElse(candidate);
  }

  int nextNumber() {
    Stream<Revision> past = history.stream().map(PastRevision::revision);
    return 1
        + Stream.concat(Stream.of(active, candidate, previous), past)
            .filter(revision -> revision != null)
            .mapToInt(Revision::number)
            .max()
            .orElse(0);
  }

  RecordDraft draft() {
    return new RecordDraft(this);
  }
}
