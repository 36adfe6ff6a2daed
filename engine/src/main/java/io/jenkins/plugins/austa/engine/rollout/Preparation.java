package io.jenkins.plugins.austa.engine.rollout;

import java.util.Map;

/**
 * What to install now, by {@code helm upgrade --install} of {@code helmRelease} with the revision's
 * images.
 *
 * @param replicas pods by service to install with; empty for the chart's own numbers
 * @param firstRollout whether there is nothing to go back to
 * @param unchanged whether the revision already serves; then there is nothing to install, and the
 *     other operations do nothing
 * @param installed whether the revision is installed and checked and may carry traffic already,
 *     because an earlier process of the same build got that far; then it must not be installed
 *     again, and the other operations go on with it
 */
public record Preparation(
    Revision revision,
    Colour colour,
    String helmRelease,
    Map<String, Integer> replicas,
    boolean firstRollout,
    boolean unchanged,
    boolean installed) {}
