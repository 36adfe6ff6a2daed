package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a revert that could not be finished: says what is known and leaves everything as it
 * is.
 */
final class StoppedRollout {

  private static final Logger LOG = LoggerFactory.getLogger(StoppedRollout.class);

  private final RolloutSession session;

  StoppedRollout(RolloutSession session) {
    this.session = session;
  }

  /**
   * Never throws because the cluster is away; then the record says reverting, and the outcome says
   * stopped.
   */
  RolloutOutcome stop(Throwable failure) {
    String why = failure instanceof RolloutException ? failure.getMessage() : failure.toString();
    Optional<EntryState> entry = entry();
    String text = "STOPPED, a person has to look: " + why + " " + traffic(entry);
    LOG.error("Rollout of {} stopped: {}", session.target().release(), text, failure);
    session.say(Phase.STOPPED, text);
    RolloutRecord record;
    try {
      record = session.save(draft -> asItIs(draft, entry).phase(Phase.STOPPED));
    } catch (ClusterException e) {
      session.log("The record could not be written either: " + e.getMessage());
      record = session.record().draft().phase(Phase.STOPPED).build(session.holder(), session.now());
    }
    session.releaseLease();
    return RolloutOutcome.of(false, text, record);
  }

  /** A stop may come between the move of traffic and its record. */
  private RecordDraft asItIs(RecordDraft draft, Optional<EntryState> entry) {
    Revision candidate = session.record().candidate();
    Optional<Revision> good = session.record().lastKnownGood();
    Optional<Colour> on = entry.flatMap(EntryState::colour);
    if (on.equals(Optional.of(candidate.colour()))) {
      return draft.active(candidate).previous(good.orElse(null));
    }
    return good.isPresent() && on.equals(good.map(Revision::colour))
        ? draft.active(good.get()).previous(null)
        : draft;
  }

  private Optional<EntryState> entry() {
    try {
      return Optional.of(session.router().read());
    } catch (ClusterException e) {
      return Optional.empty();
    }
  }

  private static String traffic(Optional<EntryState> read) {
    if (read.isEmpty()) {
      return "Where traffic is could not be read.";
    }
    EntryState entry = read.get();
    if (entry.missing()) {
      return "Traffic: the entry is missing.";
    }
    return entry
        .colour()
        .map(colour -> "Traffic is on " + colour + ".")
        .orElseGet(() -> "Traffic: " + entry.trouble().orElse("unknown") + ".");
  }
}
