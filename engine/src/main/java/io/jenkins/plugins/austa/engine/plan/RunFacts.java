package io.jenkins.plugins.austa.engine.plan;

/**
 * What is delivered by this run.
 *
 * @param branch the branch built, for example {@code main}; may be empty when unknown
 * @param tag the version tag built, for example {@code v1.2.3}; null when none
 * @param commit the full commit id; may be empty when the workspace is not under version control
 */
public record RunFacts(String branch, String tag, String commit) {

  /**
   * The version that images, releases and messages carry: the tag, else branch and short commit.
   */
  public String version() {
    if (tag != null && !tag.isBlank()) {
      return tag;
    }
    String name = branch.isBlank() ? "local" : branch.replaceAll("[^A-Za-z0-9_.-]", "-");
    return commit.isBlank() ? name : name + "-" + commit.substring(0, Math.min(7, commit.length()));
  }
}
