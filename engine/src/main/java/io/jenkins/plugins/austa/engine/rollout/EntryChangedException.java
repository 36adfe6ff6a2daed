package io.jenkins.plugins.austa.engine.rollout;

/**
 * The entry was changed by somebody else between reading and writing it; the write did not happen.
 */
public final class EntryChangedException extends RolloutException {

  private static final long serialVersionUID = 1L;

  /**
   * @param entry the object that was changed
   * @param cause the API server's answer, null when the change was seen before writing
   */
  public EntryChangedException(String entry, Throwable cause) {
    this(entry, "", cause);
  }

  /**
   * @param entry the object that was changed
   * @param others what became of what had been moved before, a sentence; empty when there was
   *     nothing
   * @param cause the API server's answer, null when the change was seen before writing
   */
  public EntryChangedException(String entry, String others, Throwable cause) {
    super(
        "The entry "
            + entry
            + " was changed by somebody else while traffic was about to move. Nothing was written to it."
            + (others.isEmpty() ? "" : " " + others)
            + " Find out who edits it, then run again.",
        cause);
  }
}
