package io.jenkins.plugins.austa.engine.rollout;

/** The stored record makes no sense to this version, so nothing may be decided from it. */
public final class RecordUnreadableException extends RolloutException {

  private static final long serialVersionUID = 1L;

  RecordUnreadableException(String where, String why, Throwable cause) {
    super(
        "The rollout record in "
            + where
            + " cannot be read: "
            + why
            + ". Nothing was touched. Repair its key record.json, then run again.",
        cause);
  }
}
