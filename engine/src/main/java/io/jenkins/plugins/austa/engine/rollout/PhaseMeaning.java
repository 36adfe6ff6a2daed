package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says in whole sentences what a release's state means and what to do next. Pure: each state that a
 * crash can leave has its sentence here.
 */
final class PhaseMeaning {

  private PhaseMeaning() {}

  /**
   * @param lease empty when nobody holds it
   */
  static String of(
      RolloutRecord record, EntryState entry, Optional<LeaseFacts> lease, Instant now) {
    String where =
        record.phase().unfinished()
            ? "%s is %s by build %s. %s"
                .formatted(
                    record.candidateRevision().map(Revision::label).orElse("A revision"),
                    record.phase(),
                    record.holder(),
                    traffic(record))
            : ended(record);
    return String.join(
        " ",
        List.of(where, entry(record, entry), next(record, lease, now)).stream()
            .filter(sentence -> !sentence.isEmpty())
            .toList());
  }

  private static String traffic(RolloutRecord record) {
    return switch (record.phase()) {
      case PREPARING, CHECKING ->
          record
              .activeRevision()
              .map(active -> "No user sees it yet; " + active.label() + " serves.")
              .orElse("No user sees it yet; nothing serves.");
      case SWITCHING -> "Traffic is being moved to it: only the entry says where it is.";
      case VERIFYING -> "Users are on it and it is being watched.";
      case RETIRING -> "It has proven itself; the old colour is being drained.";
      default -> "Traffic is going back: only the entry says where it is.";
    };
  }

  private static String ended(RolloutRecord record) {
    String serves =
        record.activeRevision().map(it -> it.label() + " serves.").orElse("Nothing serves.");
    String because =
        record.revertedBecause() == null
            ? ""
            : " because of "
                + record.revertedBecause().signal()
                + " ("
                + record.revertedBecause().reason()
                + ")";
    return switch (record.phase()) {
      case IDLE -> "Nothing has been rolled out yet.";
      case DONE -> serves;
      case REVERTED -> "The latest rollout went back" + because + ". " + serves;
      default -> "The latest rollout has stopped" + because + " and a person has to look.";
    };
  }

  private static String entry(RolloutRecord record, EntryState entry) {
    if (entry.trouble().isPresent()) {
      return "The entry is odd: " + entry.trouble().get() + ".";
    }
    boolean settled = record.phase() == Phase.DONE || record.phase() == Phase.REVERTED;
    Optional<Colour> active = record.activeRevision().map(Revision::colour);
    if (settled && active.isPresent() && !entry.colour().equals(active)) {
      return entry.missing()
          ? "But the entry is missing: users get no answer."
          : "But the entry carries " + entry.colour().orElseThrow() + ": somebody has edited it.";
    }
    return "";
  }

  private static String next(RolloutRecord record, Optional<LeaseFacts> lease, Instant now) {
    boolean held =
        lease.filter(facts -> facts.standing("", now) == LeaseFacts.Standing.HELD).isPresent();
    if (record.phase() == Phase.STOPPED) {
      return "Mend what the last event names, then take the rollout back or roll out a better"
          + " revision.";
    }
    if (!record.phase().unfinished()) {
      return held
          ? "Build " + lease.get().holder() + " holds the lease and may be about to begin."
          : "";
    }
    if (held) {
      return "Its lease is held until "
          + lease.get().until()
          + " unless renewed: if that build is gone, run it again, or take the rollout back after"
          + " that time.";
    }
    return "Nobody holds its lease any more: run the same build again to go on, take the rollout"
        + " back, or roll out another revision, which takes it back first where users were on it.";
  }
}
