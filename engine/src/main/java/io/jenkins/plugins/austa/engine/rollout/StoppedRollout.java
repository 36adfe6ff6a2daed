package io.jenkins.plugins.austa.engine.rollout;

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
    String text = "STOPPED, a person has to look: " + why + " " + traffic();
    LOG.error("Rollout of {} stopped: {}", session.target().release(), text, failure);
    session.say(Phase.STOPPED, text);
    RolloutRecord record;
    try {
      record = session.save(draft -> draft.phase(Phase.STOPPED));
    } catch (ClusterException e) {
      session.log("The record could not be written either: " + e.getMessage());
      record = session.record().draft().phase(Phase.STOPPED).build(session.holder(), session.now());
    }
    session.releaseLease();
    return RolloutOutcome.of(false, text, record);
  }

  private String traffic() {
    try {
      EntryState entry = session.router().read();
      if (entry.missing()) {
        return "Traffic: the entry is missing.";
      }
      return entry
          .colour()
          .map(colour -> "Traffic is on " + colour + ".")
          .orElseGet(() -> "Traffic: " + entry.trouble().orElse("unknown") + ".");
    } catch (ClusterException e) {
      return "Where traffic is could not be read.";
    }
  }
}
