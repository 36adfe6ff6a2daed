package io.jenkins.plugins.austa.engine.rollout;

/**
 * One service of the platform, as far as a rollout is concerned.
 *
 * @param port port of its Kubernetes Service
 * @param routePath path prefix under which users reach it, for example {@code /api}; its own
 *     answers carry the prefix
 * @param healthPath path that answers 200 when it is well
 */
public record RolloutService(String name, int port, String routePath, String healthPath) {

  public RolloutService {
    if (!routePath.startsWith("/") || !healthPath.startsWith("/")) {
      throw new IllegalArgumentException(
          "The paths of service " + name + " must begin with a slash");
    }
  }
}
