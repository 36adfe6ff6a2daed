package io.jenkins.plugins.austa.engine.plan;

/**
 * What is delivered by this run.
 *
 * @param branch the branch built, for example {@code main}; may be empty when unknown
 * @param tag the version tag built, for example {@code v1.2.3}; null when none
 * @param commit the full commit id; may be empty when the workspace is not under version control
 * @param url the repository's address; may be empty
 * @param target the branch that a change goes to; null when no change is built
 * @param changeId the number of the pull request; null when no change is built
 */
public record RunFacts(
    String branch, String tag, String commit, String url, String target, String changeId) {
  private static final int LONGEST_TAG = 128;

  /** A branch or tag of which nothing else is known. */
  public RunFacts(String branch, String tag, String commit) {
    this(branch, tag, commit, "", null, null);
  }

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
