package io.jenkins.plugins.austa.engine.report;

import java.time.Instant;

/**
 * One thing that happened in a rollout.
 *
 * @param at when
 * @param phase the phase that begins or goes on here
 * @param message one line: what was done, or why nothing was
 */
public record RolloutEvent(Instant at, String phase, String message) {}
