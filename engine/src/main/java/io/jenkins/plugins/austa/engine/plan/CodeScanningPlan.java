package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.SecurityConfig.CodeScanning;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the gate's findings beside the code on GitHub.
 *
 * @param api address of the REST API
 * @param repository owner and name; null when neither the configuration nor the checkout says
 * @param ref the full reference that was scanned
 * @param credentialsId id of the credential with the token
 */
public record CodeScanningPlan(String api, String repository, String ref, String credentialsId) {
  private static final String PUBLIC_API = "https://api.github.com/";
  private static final Pattern ON_GITHUB =
      Pattern.compile(
          "(?:https://(?:[^@/]*@)?|ssh://git@|git@)github\\.com[:/]([^/]+/[^/]+?)(?:\\.git)?/?");

  /** What is planned; null when nothing is sent. */
  static CodeScanningPlan of(CodeScanning configured, RunFacts run) {
    if (configured.credentialsId() == null) {
      return null;
    }
    return new CodeScanningPlan(
        configured.url() == null ? PUBLIC_API : configured.url(),
        configured.repository() == null ? onGitHub(run.url()) : configured.repository(),
        ref(run),
        configured.credentialsId());
  }

  private static String onGitHub(String url) {
    Matcher matcher = ON_GITHUB.matcher(url);
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static String ref(RunFacts run) {
    if (run.changeId() != null) {
      return "refs/pull/" + run.changeId() + "/head";
    }
    return run.tag() == null ? "refs/heads/" + run.branch() : "refs/tags/" + run.tag();
  }
}
