package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;

/**
 * Why a rollout goes or went back.
 *
 * @param signal name of the signal that decided, or of the action that could not be done, or {@code
 *     manual}
 */
public record Reverted(String signal, String reason, Instant at) {}
