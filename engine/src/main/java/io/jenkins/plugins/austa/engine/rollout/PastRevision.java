package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;

/**
 * A rollout that has ended.
 *
 * @param ended how: {@link Phase#DONE}, {@link Phase#REVERTED} or {@link Phase#STOPPED}
 */
public record PastRevision(Revision revision, Phase ended, Instant at) {}
