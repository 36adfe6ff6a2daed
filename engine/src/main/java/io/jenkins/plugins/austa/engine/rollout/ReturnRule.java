package io.jenkins.plugins.austa.engine.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which revision is gone back to, and which must not be; from the record alone. Pure. */
final class ReturnRule {

  private ReturnRule() {}

  /**
   * @return the revision as it is recorded; may be the one that serves
   * @throws CannotReturnException if the record speaks against it
   */
  static Revision choose(RolloutRecord record, WantedRevision wanted) {
    refuseUnfinished(record, wanted);
    Revision active =
        record
            .activeRevision()
            .orElseThrow(
                () ->
                    new CannotReturnException(
                        wanted, "nothing has been rolled out yet", "Roll out a revision."));
    Revision back =
        wanted instanceof WantedRevision.Numbered numbered
            ? numbered(record, numbered.number())
            : previous(record, active);
    refuseBroken(record, back);
    return back;
  }

  /** Whether {@code active} is the wanted revision, or has gone back to it already. */
  static boolean serves(Revision active, Revision back) {
    return active.number() == back.number()
        || Integer.valueOf(back.number()).equals(active.restores());
  }

  private static void refuseUnfinished(RolloutRecord record, WantedRevision wanted) {
    if (record.phase().unfinished()) {
      throw new CannotReturnException(
          wanted,
          record.candidate().label()
              + " is being rolled out by build "
              + record.holder()
              + " ("
              + record.phase()
              + ")",
          "Wait for it to end, or take that rollout back instead, without naming a revision.");
    }
    if (record.phase() == Phase.STOPPED) {
      throw new CannotReturnException(
          wanted,
          "the rollout of "
              + record.candidateRevision().map(Revision::label).orElse("a revision")
              + " has stopped and nobody has looked at it",
          "See 'austa status', then take that rollout back, without naming a revision.");
    }
  }

  private static Revision previous(RolloutRecord record, Revision active) {
    return record
        .previousRevision()
        .or(
            () ->
                record.history().stream()
                    .filter(past -> past.ended() == Phase.DONE)
                    .map(PastRevision::revision)
                    .filter(past -> !serves(active, past))
                    .max(Comparator.comparingInt(Revision::number)))
        .orElseThrow(
            () ->
                new CannotReturnException(
                    "the previous revision",
                    "no other revision than " + active.label() + " is remembered to have served",
                    "Roll out a better one."));
  }

  private static Revision numbered(RolloutRecord record, int number) {
    Optional<Revision> known =
        Stream.of(record.activeRevision(), record.previousRevision())
            .flatMap(Optional::stream)
            .filter(revision -> revision.number() == number)
            .findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    PastRevision past =
        record.history().stream()
            .filter(one -> one.revision().number() == number)
            .findFirst()
            .orElseThrow(() -> notThere(record, number));
    if (past.ended() != Phase.DONE) {
      throw new CannotReturnException(
          past.revision().label(),
          "its rollout ended as " + past.ended() + because(past),
          "Roll it out anew if it is well now.");
    }
    return past.revision();
  }

  private static String because(PastRevision past) {
    return past.because() == null
        ? ""
        : " because of " + past.because().signal() + " (" + past.because().reason() + ")";
  }

  private static CannotReturnException notThere(RolloutRecord record, int number) {
    String there =
        record.history().stream()
            .filter(past -> past.ended() == Phase.DONE)
            .map(past -> past.revision().number())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return new CannotReturnException(
        "revision " + number,
        "it is not in the history",
        there.isEmpty() ? "No revision is." : "These have served and are: " + there + ".");
  }

  /**
   * A migration is not undone: what came before it would meet a schema that it cannot work with.
   */
  private static void refuseBroken(RolloutRecord record, Revision back) {
    List<Revision> known =
        Stream.of(
                record.history().stream().map(PastRevision::revision),
                record.activeRevision().stream(),
                record.previousRevision().stream())
            .flatMap(one -> one)
            .toList();
    known.stream()
        .filter(later -> later.number() > back.number() && later.endsTheWayBack())
        .findFirst()
        .ifPresent(
            later -> {
              throw new CannotReturnException(
                  back.label(),
                  "a migration that came with "
                      + later.label()
                      + " broke the revisions before it (contract: true), and migrations are not"
                      + " undone",
                  "Roll out a better revision.");
            });
  }
}
