package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;

/**
 * A rollout that has ended.
 *
 * @param ended how: {@link Phase#DONE}, {@link Phase#REVERTED} or {@link Phase#STOPPED}
 * @param because why it went back; null when it did not, or when it was recorded by a version that
 *     did not keep it
 */
public record PastRevision(Revision revision, Phase ended, Instant at, Reverted because) {

  /** One that did not go back, or nobody knows why. */
  public PastRevision(Revision revision, Phase ended, Instant at) {
    this(revision, ended, at, null);
  }
}
