package io.jenkins.plugins.austa.plugin.steps;

import hudson.EnvVars;
import hudson.Util;
import io.jenkins.plugins.austa.engine.plan.RunFacts;
import java.util.Map;

/**
 * What was checked out. In a scripted pipeline {@code checkout} returns what it knows and sets no
 * variables; a multibranch job sets branch and tag, but no commit. Both are asked.
 */
final class SourceRevision {
  private final Map<String, String> returned;
  private final EnvVars environment;

  /**
   * @param returned what {@code checkout} returned; may be empty
   * @param environment the build's variables
   */
  SourceRevision(Map<String, String> returned, EnvVars environment) {
    this.returned = returned;
    this.environment = environment;
  }

  RunFacts facts() {
    String branch = environment.get("BRANCH_NAME", value("GIT_BRANCH"));
    return new RunFacts(
        branch.replaceFirst("^(refs/heads/|origin/)", ""),
        Util.fixEmptyAndTrim(environment.get("TAG_NAME", "")),
        value("GIT_COMMIT"),
        url(),
        Util.fixEmptyAndTrim(environment.get("CHANGE_TARGET", "")),
        Util.fixEmptyAndTrim(environment.get("CHANGE_ID", "")));
  }

  /** The repository's address; may be empty. */
  String url() {
    return value("GIT_URL");
  }

  private String value(String name) {
    String known = returned.get(name);
    return known == null ? environment.get(name, "") : known;
  }
}
