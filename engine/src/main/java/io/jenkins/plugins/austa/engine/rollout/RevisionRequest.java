package io.jenkins.plugins.austa.engine.rollout;

import java.util.Map;

/**
 * What somebody wants in production.
 *
 * @param images reference with digest by service; a service that is left out keeps the image of the
 *     active revision
 * @param chart must differ whenever the chart or its values differ, because an equal request is not
 *     rolled out again
 */
public record RevisionRequest(
    String version, Map<String, String> images, String chart, String who, String why) {

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
}
