package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Moves the traffic of all services to the candidate. Never twice: an entry that is there already
 * is left alone.
 */
final class SwitchTraffic implements Action {

  @Override
  public String name() {
    return "switch";
  }

  @Override
  public Optional<ActionResult> nothingToDo(RolloutRecord record) {
    return RolloutEnd.of(record).or(() -> turn(record));
  }

  private static Optional<ActionResult> turn(RolloutRecord record) {
    return switch (record.phase()) {
      case PREPARING ->
          throw new NotYourRolloutException(
              record.candidate().label()
                  + " has not been checked, so it gets no traffic. Check it first.");
      case VERIFYING, RETIRING ->
          Optional.of(
              new ActionResult.NothingToDo(
                  "Nothing to switch: "
                      + record.candidate().label()
                      + " carries the traffic already"));
      default -> Optional.empty();
    };
  }

  @Override
  public CompletableFuture<ActionResult> run(RolloutSession session) {
    return session.call(() -> move(session));
  }

  private static ActionResult move(RolloutSession session) {
    RolloutRecord record = session.record();
    Revision candidate = record.candidate();
    // Read before the record is written: whoever writes the entry after this moment makes our own
    // write fail.
    EntryState entry = session.router().read();
    boolean resumed = record.phase() == Phase.SWITCHING;
    if (resumed && entry.halfMoved() && entry.carries(candidate.colour().other())) {
      // Nobody knows how long users have been on two revisions, or why the other writes never came.
      return new ActionResult.Failed(
          "switch", "it was cut off half way: " + entry.trouble().orElseThrow());
    }
    if (!resumed || !entry.colour().equals(Optional.of(candidate.colour()))) {
      Preflight.entryFits(record, entry, session.router().entry());
      session.say(Phase.SWITCHING, "Moving all traffic to " + candidate.label());
      session.save(draft -> draft.phase(Phase.SWITCHING));
      Optional<ActionResult> failure = write(session, candidate, entry, resumed);
      if (failure.isPresent()) {
        return failure.get();
      }
    }
    String text = "All traffic is on " + candidate.label();
    session.say(Phase.VERIFYING, text);
    session.save(draft -> draft.phase(Phase.VERIFYING).previous(record.active()).active(candidate));
    return new ActionResult.Done(text);
  }

  private static Optional<ActionResult> write(
      RolloutSession session, Revision candidate, EntryState entry, boolean resumed) {
    Optional<Colour> wanted = Optional.of(candidate.colour());
    try {
      EntryState now = session.router().switchTo(candidate.colour(), entry);
      return now.colour().equals(wanted)
          ? Optional.empty()
          : Optional.of(
              new ActionResult.Failed(
                  "switch",
                  "after the write the entry is not on "
                      + candidate.colour()
                      + ": "
                      + now.carries()));
    } catch (EntryChangedException | ClusterException e) {
      // The answer to a write that worked may have been lost on the way.
      EntryState now = session.router().read();
      if (now.colour().equals(wanted)) {
        return Optional.empty();
      }
      boolean refused = e instanceof ClusterException refusal && refusal.isRefusal();
      if (refused && !resumed && now.carries().equals(entry.carries())) {
        // Nothing is on its way to the entry, so a revert need not make sure of that.
        session.save(draft -> draft.phase(Phase.CHECKING));
      }
      return Optional.of(new ActionResult.Failed("switch", e.getMessage()));
    }
  }
}
