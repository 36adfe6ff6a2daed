package io.jenkins.plugins.austa.engine.rollout;

/**
 * Somebody else wrote the record since it was read. Whoever gets this has lost the rollout and must
 * touch nothing more.
 */
public final class RecordConflictException extends RolloutException {

  private static final long serialVersionUID = 1L;

  private final String expectedVersion;

  RecordConflictException(String where, String expectedVersion, Throwable cause) {
    super(
        "The rollout record in "
            + where
            + " changed since it was read (resourceVersion "
            + expectedVersion
            + "), so another build or person is at work on this release. Nothing more was touched."
            + " See who holds it with 'austa status', then run again.",
        cause);
    this.expectedVersion = expectedVersion;
  }

  /** The resourceVersion that the write was based on, {@code none} for a first write. */
  public String expectedVersion() {
    return expectedVersion;
  }
}
