package io.jenkins.plugins.austa.engine.report;

/**
 * Which kind of failure ended a run; it says whose turn it is.
 *
 * <p>A run that stopped because somebody or the clock said so is {@code ABORTED} in Jenkins, every
 * other kind is {@code FAILURE}: also a wrong configuration and a missing credential, because a
 * delivery that was asked for did not happen, and {@code NOT_BUILT} and {@code UNSTABLE} would let
 * branch protection and downstream jobs take it for good. A branch that may not deploy is no
 * failure: the run does all that the branch may have, says which environments are left out and why,
 * and ends with {@code SUCCESS}.
 */
public enum FailureKind {
  /** {@code austa.yaml} or the Jenkinsfile asks for something that cannot be. */
  CONFIGURATION("configuration"),

  /** A check or its installation failed. */
  TESTS("tests"),

  /** A finding is at or above the threshold. */
  SECURITY_GATE("security gate"),

  /** A scanner did not do its work, so nobody knows. */
  SCANNER("broken scan"),

  /** Images were not built, or not as planned. */
  BUILD("image build"),

  /** A migration is refused or failed; no traffic was moved. */
  MIGRATION("migration"),

  /** The new version could not be installed or is not fit; users never saw it. */
  DEPLOYMENT("deployment"),

  /** The new version did not do well under traffic, or traffic could not be moved. */
  VERIFICATION("verification"),

  /** Whoever was asked said no, or may not say yes. */
  APPROVAL_REJECTED("approval rejected"),

  /** Nobody answered in time. */
  APPROVAL_TIMED_OUT("approval timed out"),

  /** Somebody stopped the run, or a time limit around it did. */
  ABORTED("stopped"),

  /**
   * What surrounds the run is not there or not as set: a credential, a plugin, the cluster, an
   * agent, the sources.
   */
  ENVIRONMENT("environment"),

  /** Nobody expected this; it is a bug. */
  INTERNAL("internal error");

  private final String words;

  FailureKind(String words) {
    this.words = words;
  }

  /** The kind as people read it. */
  public String words() {
    return words;
  }
}
