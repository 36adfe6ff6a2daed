package io.jenkins.plugins.austa.engine.report;

/**
 * One second of traffic.
 *
 * @param second whole seconds since {@link RunReport#startedAt()}
 * @param blue requests answered by blue
 * @param green requests answered by green
 * @param other requests answered by something that names no colour
 * @param failed requests answered with an error or not at all; those with an answer are counted in
 *     their colour too
 */
public record TrafficSecond(int second, int blue, int green, int other, int failed) {
  /** Requests that got an answer. */
  public int answered() {
    return blue + green + other;
  }
}
