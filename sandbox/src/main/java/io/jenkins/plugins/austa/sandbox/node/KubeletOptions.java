package io.jenkins.plugins.austa.sandbox.node;

import java.time.Duration;

/**
 * How fast pods live. The seconds that probes declare are not waited for: the sandbox's time is
 * short.
 *
 * @param startDelay from the creation of a pod to its server listening
 * @param probePeriod between two readiness probes while a pod is not ready
 * @param readyProbePeriod between two readiness probes while it is
 * @param drain the least time a pod serves on after its deletion, so that every proxy has heard of
 *     it
 * @param quiet how long no request may have come before a pod that ends closes
 */
public record KubeletOptions(
    Duration startDelay,
    Duration probePeriod,
    Duration readyProbePeriod,
    Duration drain,
    Duration quiet) {

  /** Ready within a tenth of a second, gone within half of one. */
  public static KubeletOptions defaults() {
    return new KubeletOptions(
        Duration.ofMillis(50),
        Duration.ofMillis(25),
        Duration.ofMillis(250),
        Duration.ofMillis(250),
        Duration.ofMillis(150));
  }

  public KubeletOptions withStartDelay(Duration delay) {
    return new KubeletOptions(delay, probePeriod, readyProbePeriod, drain, quiet);
  }

  public KubeletOptions withDrain(Duration least) {
    return new KubeletOptions(startDelay, probePeriod, readyProbePeriod, least, quiet);
  }
}
