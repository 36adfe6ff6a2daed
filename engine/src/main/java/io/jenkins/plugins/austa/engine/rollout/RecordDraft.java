package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The next {@link RolloutRecord} in the making; keeps its lists bounded. */
final class RecordDraft {

  private static final int EVENTS = 60;

  private Revision active;
  private Revision candidate;
  private Phase phase;
  private Revision previous;
  private List<PastRevision> history;
  private Reverted revertedBecause;
  private final List<RolloutEvent> events;

  RecordDraft(RolloutRecord from) {
    active = from.active();
    candidate = from.candidate();
    phase = from.phase();
    previous = from.previous();
    history = from.history();
    revertedBecause = from.revertedBecause();
    events = new ArrayList<>(from.events());
  }

  RecordDraft active(Revision revision) {
    active = revision;
    return this;
  }

  RecordDraft candidate(Revision revision) {
    candidate = revision;
    return this;
  }

  RecordDraft phase(Phase next) {
    phase = next;
    return this;
  }

  RecordDraft previous(Revision revision) {
    previous = revision;
    return this;
  }

  RecordDraft revertedBecause(Reverted why) {
    revertedBecause = why;
    return this;
  }

  RecordDraft ended(PastRevision past, int limit) {
    List<PastRevision> longer = new ArrayList<>(List.of(past));
    history.stream()
        .filter(one -> one.revision().number() != past.revision().number())
        .forEach(longer::add);
    history = longer.subList(0, Math.min(limit, longer.size()));
    return this;
  }

  RecordDraft events(List<RolloutEvent> more) {
    events.addAll(more);
    return this;
  }

  RolloutRecord build(String holder, Instant now) {
    int from = Math.max(0, events.size() - EVENTS);
    return new RolloutRecord(
        active,
        candidate,
        phase,
        previous,
        history,
        revertedBecause,
        events.subList(from, events.size()),
        holder,
        now);
  }
}
