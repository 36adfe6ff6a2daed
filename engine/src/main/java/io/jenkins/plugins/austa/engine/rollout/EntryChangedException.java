package io.jenkins.plugins.austa.engine.rollout;

/**
 * The entry was changed by somebody else between reading and writing it; the write did not happen.
 */
public final class EntryChangedException extends RolloutException {

  private static final long serialVersionUID = 1L;

  EntryChangedException(String entry, Throwable cause) {
    super(
        "The entry "
            + entry
            + " was changed by somebody else while traffic was about to move. Nothing was written to it."
            + " Find out who edits it, then run again.",
        cause);
  }
}
