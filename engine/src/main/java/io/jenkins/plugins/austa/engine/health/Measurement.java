package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;

/**
 * What a verdict rests on.
 *
 * @param signal name of the signal, for example {@code error-rate}
 * @param window the time the observation covers; zero where it is a single look
 * @param threshold what would have been acceptable, in words with its unit
 * @param observed what was seen, in words with its unit
 */
public record Measurement(String signal, Duration window, String threshold, String observed) {}
