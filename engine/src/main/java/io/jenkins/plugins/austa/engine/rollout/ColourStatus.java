package io.jenkins.plugins.austa.engine.rollout;

import java.util.Map;

/**
 * What is installed in one colour at one moment.
 *
 * @param services by service; one that has no Deployment is left out
 */
public record ColourStatus(Colour colour, Map<String, Workload> services) {

  public ColourStatus {
    services = Map.copyOf(services);
  }

  /**
   * A Deployment.
   *
   * @param revision number of the revision it was installed as; null when it carries none
   * @param replicas pods it is meant to have
   * @param available pods that are available
   */
  public record Workload(String revision, int replicas, int available) {}
}
