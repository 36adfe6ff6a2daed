package io.jenkins.plugins.austa.engine.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of a Helm release's history.
 *
 * @param release the Helm release's name
 * @param version Helm's own count
 * @param status as Helm writes it: {@code deployed}, {@code superseded}, {@code pending-upgrade}, …
 * @param content the release as Helm keeps it; holds all that the chart was given
 */
public record HelmRevision(String release, int version, String status, JsonNode content) {

  /** Whether an operation was begun and has not ended; Helm then refuses the next one. */
  public boolean isPending() {
    return status.startsWith("pending-");
  }

  /**
   * Says that Helm has not come to its end here and how to mend that; a clause without its full
   * stop.
   */
  public String describePending() {
    return "the Helm release "
        + release
        + " is in "
        + status
        + ": Helm is at work there or was cut off; if nobody is deploying, mend it by helm rollback "
        + release
        + ", or by deleting its Secret sh.helm.release.v1."
        + release
        + ".v"
        + version;
  }

  /** Whether it was installed to its end. */
  boolean wasDeployed() {
    return status.equals("deployed") || status.equals("superseded");
  }

  /** The values it was installed with, without the chart's own defaults. */
  public JsonNode values() {
    return content.path("config");
  }

  /**
   * The chart it was installed from, by path in the chart's folder.
   *
   * @throws IllegalArgumentException if a path leads out of that folder
   */
  public Map<String, byte[]> chart() {
    JsonNode chart = content.path("chart");
    Map<String, byte[]> files = new TreeMap<>();
    // JSON is YAML, too.
    files.put("Chart.yaml", bytes(chart.path("metadata")));
    files.put("values.yaml", bytes(chart.path("values")));
    if (chart.path("schema").isTextual()) {
      files.put("values.schema.json", decoded(chart.path("schema")));
    }
    for (String list : new String[] {"templates", "files"}) {
      for (JsonNode file : chart.path(list)) {
        files.put(safe(file.path("name").asText()), decoded(file.path("data")));
      }
    }
    return files;
  }

  /** Whether the entry holds a chart at all; only what wrote it in Helm's place leaves it out. */
  boolean hasChart() {
    return content.path("chart").path("templates").size() > 0;
  }

  private static byte[] bytes(JsonNode node) {
    return (node.isObject() ? node.toString() : "{}").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  private static String safe(String path) {
    boolean leavesTheFolder =
        path.isEmpty()
            || path.startsWith("/")
            || path.contains("\\")
            || path.contains(":")
            || ("/" + path + "/").contains("/../");
    if (leavesTheFolder) {
      throw new IllegalArgumentException(
          "Helm's history holds a chart with the file \"" + path + "\", which lies outside of it");
    }
    return path;
  }
}
