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
 * @param chart name, version and digest of the chart
 * @param who who asked for it
 * @param why in one line
 * @param replicas pods by service that it needs to carry all traffic; empty when the chart's own
 *     number holds
 * @param valuesDigest SHA-256 over what the chart was given, see {@link RevisionRequest}; null when
 *     it was recorded by a version that did not keep it
 * @param contract whether a migration that came with it broke the revisions before it, so that
 *     there is no way back to them; null counts as false
 * @param restores number of the earlier revision that it goes back to, null when it is a new one
 * @param installedAs number that its pods carry, because they were not installed anew but only
 *     scaled up again; null when that is its own
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
    Map<String, Integer> replicas,
    String valuesDigest,
    Boolean contract,
    Integer restores,
    Integer installedAs) {

  public Revision {
    images = Map.copyOf(images);
    replicas = Map.copyOf(replicas);
  }

  /** A new revision of which no more is known. */
  public Revision(
      int number,
      Colour colour,
      String version,
      Map<String, String> images,
      String chart,
      String who,
      Instant when,
      String why,
      Map<String, Integer> replicas) {
    this(number, colour, version, images, chart, who, when, why, replicas, null, null, null, null);
  }

  Revision withReplicas(Map<String, Integer> counted) {
    return new Revision(
        number,
        colour,
        version,
        images,
        chart,
        who,
        when,
        why,
        counted,
        valuesDigest,
        contract,
        restores,
        installedAs);
  }

  /**
   * Whether it deploys the same as {@code request} asks for; who asked and why make no difference.
   */
  boolean deploysTheSameAs(RevisionRequest request, Map<String, String> allImages) {
    boolean sameValues =
        valuesDigest == null
            || request.valuesDigest() == null
            || valuesDigest.equals(request.valuesDigest());
    return sameValues
        && version.equals(request.version())
        && chart.equals(request.chart())
        && images.equals(allImages);
  }

  /** The number that its pods answer with and its objects are labelled with. */
  public int installedNumber() {
    return installedAs == null ? number : installedAs;
  }

  /** Whether it broke the revisions before it, so that none of them can serve any more. */
  public boolean endsTheWayBack() {
    return Boolean.TRUE.equals(contract);
  }

  /** For log lines: {@code revision 7 (v1.2.3, green)}. */
  public String label() {
    return "revision " + number + " (" + version + ", " + colour + ")";
  }
}
