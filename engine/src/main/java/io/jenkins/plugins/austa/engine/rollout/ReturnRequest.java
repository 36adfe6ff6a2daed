package io.jenkins.plugins.austa.engine.rollout;

/**
 * Somebody's wish to go back to a recorded revision.
 *
 * @param who who asked for it
 * @param reason in one line; empty when none was given
 */
public record ReturnRequest(WantedRevision wanted, String who, String reason) {

  /** What the record says why: {@code rollback to 6: customers complain}. */
  String why(Revision back) {
    String text = "rollback to " + back.number();
    return reason.isBlank() ? text : text + ": " + reason.strip();
  }
}
