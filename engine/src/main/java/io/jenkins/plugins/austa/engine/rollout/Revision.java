package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.util.Map;

/**
 * One deployed state of the whole platform: enough to tell it from any other and to come back to
 * it.
 *
 * @param number counts up by one for each rollout of a release and is never used again, whatever
 *     became of the rollout
 * @param version as people call it
 * @param images reference with digest by service
 * @param chart name, version and digest of the chart and its values
 * @param who who asked for it
 * @param why in one line
 * @param replicas pods by service that it needs to carry all traffic; empty when the chart's own
 *     number holds
 */
public record Revision(
    int number,
    Colour colour,
    String version,
    Map<String, String> images,
    String chart,
    String who,
    Instant when,
    String why,
    Map<String, Integer> replicas) {

  public Revision {
    images = Map.copyOf(images);
    replicas = Map.copyOf(replicas);
  }

  Revision withReplicas(Map<String, Integer> counted) {
    return new Revision(number, colour, version, images, chart, who, when, why, counted);
  }

  /**
   * Whether it deploys the same as {@code request} asks for; who asked and why make no difference.
   */
  boolean deploysTheSameAs(RevisionRequest request, Map<String, String> allImages) {
    return version.equals(request.version())
        && chart.equals(request.chart())
        && images.equals(allImages);
  }

  /** For log lines: {@code revision 7 (v1.2.3, green)}. */
  public String label() {
    return "revision " + number + " (" + version + ", " + colour + ")";
  }
}
