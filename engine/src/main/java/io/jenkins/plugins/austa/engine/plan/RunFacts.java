package io.jenkins.plugins.austa.engine.plan;

/**
 * What is delivered by this run.
 *
 * @param branch the branch built, for example {@code main}; may be empty when unknown
 * @param tag the version tag built, for example {@code v1.2.3}; null when none
 * @param commit the full commit id; may be empty when the workspace is not under version control
 */
public record RunFacts(String branch, String tag, String commit) {
  private static final int LONGEST_TAG = 128;

  /**
   * The version that images, releases and messages carry: the tag, else branch and short commit.
   * Fit for an image's tag (OCI distribution specification): other characters become hyphens.
   */
  public String version() {
    if (tag != null && !tag.isBlank()) {
      return imageTag(tag);
    }
    String name = branch.isBlank() ? "local" : branch;
    return imageTag(
        commit.isBlank() ? name : name + "-" + commit.substring(0, Math.min(7, commit.length())));
  }

  private static String imageTag(String text) {
    String fit = text.trim().replaceAll("[^A-Za-z0-9_.-]", "-").replaceFirst("^[.-]+", "");
    return fit.isEmpty() ? "local" : fit.substring(0, Math.min(LONGEST_TAG, fit.length()));
  }
}
