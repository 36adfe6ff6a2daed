package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;

/** One thing that happened, in a sentence. */
public record RolloutEvent(Instant at, Phase phase, String message) {}
