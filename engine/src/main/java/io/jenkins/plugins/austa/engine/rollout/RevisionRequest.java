package io.jenkins.plugins.austa.engine.rollout;

import java.util.Map;

/**
 * What somebody wants in production.
 *
 * @param images reference with digest by service; a service that is left out keeps the image of the
 *     active revision
 * @param chart must differ whenever the chart differs, because an equal request is not rolled out
 *     again
 * @param valuesDigest SHA-256 over those values of the chart that do not follow from the rollout
 *     itself; must differ whenever they differ. Null when it is not known, then it is not compared
 * @param contract whether migrations that came with it broke the revisions before it
 */
public record RevisionRequest(
    String version,
    Map<String, String> images,
    String chart,
    String who,
    String why,
    String valuesDigest,
    boolean contract) {

  /**
   * @throws IllegalArgumentException for an image without a digest: a tag may mean something else
   *     by the time of a revert
   */
  public RevisionRequest {
    images = Map.copyOf(images);
    images.forEach(
        (service, image) -> {
          if (!image.contains("@sha256:")) {
            throw new IllegalArgumentException(
                "The image of service "
                    + service
                    + " is not referred to by digest: "
                    + image
                    + ". Use NAME@sha256:… as the build's metadata file has it.");
          }
        });
  }

  /** A request that leaves the way back open and whose values are not known. */
  public RevisionRequest(
      String version, Map<String, String> images, String chart, String who, String why) {
    this(version, images, chart, who, why, null, false);
  }
}
