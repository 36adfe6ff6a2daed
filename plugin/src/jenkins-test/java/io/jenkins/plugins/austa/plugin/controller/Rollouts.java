package io.jenkins.plugins.austa.plugin.controller;

/** Pipelines that roll one service out to production, with no approval. */
final class Rollouts {
  private Rollouts() {}

  /** A program that has planned and built, and goes on. */
  static String planned(String then) {
    return planned("1s", "1s", "a", then);
  }

  /**
   * A program that has planned and built, and goes on.
   *
   * @param available how long to wait for pods
   * @param window how long to verify
   * @param digest one hex digit; another one is another image
   */
  static String planned(String available, String window, String digest, String then) {
    String config =
        """
        platform: shop
        services: {frontend: {kind: node, checks: {unit: {run: 'true'}}}}
        environments:
          production:
            approval: {required: false}
            health: {timeout: %s}
            verify: {window: %s, interval: 1s, errorRateQuery: vector(0)}
            retire: {drain: 1s}
        """
            .formatted(available, window);
    return Pipelines.planned(
        config, Pipelines.built().replace("a".repeat(64), digest.repeat(64)) + then);
  }

  /** A program that rolls out what is installed already, from the preparation to the end. */
  static String whole(String available, String window) {
    return whole(available, window, "a");
  }

  /** As {@link #whole(String, String)}, with another image. */
  static String whole(String available, String window, String digest) {
    return planned(
        available,
        window,
        digest,
        """
        austaPrepare('production')
        austaCheck('production')
        austaSwitch('production')
        austaRetire('production')
        """);
  }
}
