package io.jenkins.plugins.austa.engine.rollout;

/**
 * The stable entry is not what the record says or what a rollout ever writes; found before anything
 * is touched.
 */
public final class EntryRefusedException extends RolloutException {

  private static final long serialVersionUID = 1L;

  EntryRefusedException(String entry, String why, String next) {
    super(
        "The entry " + entry + " cannot be trusted: " + why + ". Nothing was touched. " + next,
        null);
  }
}
