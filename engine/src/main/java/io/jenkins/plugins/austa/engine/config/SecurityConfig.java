package io.jenkins.plugins.austa.engine.config;

import java.io.Serializable;
import java.util.List;

/** What the security gate lets through. */
public record SecurityConfig(
    @Setting(value = "Findings of this severity or above block.", byDefault = "high")
        Severity threshold,
    @Setting(
            "Other thresholds for some findings. The first that fits holds; of a finding that several"
                + " scanners made, the strictest of theirs.")
        List<Threshold> thresholds,
    @Setting(
            "How many findings of a severity may remain. Above the threshold it counts what would"
                + " block, below it everything that is not suppressed.")
        Budgets budgets,
    @Setting(
            value =
                "Days after its publication before a vulnerability blocks, for scanners that tell the"
                    + " day.",
            byDefault = "0",
            min = 0,
            max = 90)
        int graceDays,
    @Setting(
            value = "Whether only findings block that the baseline does not have.",
            byDefault = "false")
        boolean newOnly,
    @Setting(
            value =
                "What `newOnly` compares with: a file in the repository that the gate wrote, or `build`"
                    + " for the last successful build of the target branch.",
            byDefault = "build")
        String baseline,
    @Setting(
            value =
                "Whether this section is read from the target branch of a pull request, so that no change"
                    + " can suppress what it brings.",
            byDefault = "false")
        boolean protectPolicy,
    @Setting(value = "Scanners to run.", byDefault = "[trivy, npm-audit, bandit]")
        List<Scanner> scanners,
    @Setting("Findings accepted for a while; an expired one blocks.")
        List<Suppression> suppressions,
    @Setting(
            value = "How many days ahead the last day of a suppression may be.",
            byDefault = "180",
            min = 1,
            max = 366)
        int longestSuppressionDays,
    @Setting("Where findings are shown beside the code.") CodeScanning codeScanning)
    implements Serializable {

  /** What {@code baseline} says for the last build of the target branch. */
  public static final String PREVIOUS_BUILD = "build";

  private static final int DEFAULT_LONGEST_DAYS = 180;

  /** A plan of an older version says less. */
  public SecurityConfig {
    thresholds = thresholds == null ? List.of() : thresholds;
    budgets = budgets == null ? new Budgets(null, null, null, null, null) : budgets;
    suppressions = suppressions == null ? List.of() : suppressions;
    baseline = baseline == null ? PREVIOUS_BUILD : baseline;
    longestSuppressionDays =
        longestSuppressionDays == 0 ? DEFAULT_LONGEST_DAYS : longestSuppressionDays;
    codeScanning = codeScanning == null ? new CodeScanning(null, null, null) : codeScanning;
  }

  /** The least severity that blocks. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
  }

  /** A threshold of some findings. */
  public enum Least {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
  }

  /** A scanner that the pipeline can plan and read. */
  public enum Scanner {
    TRIVY,
    NPM_AUDIT,
    BANDIT,
    PIP_AUDIT,
    SAFETY
  }

  /** Another threshold for some findings. */
  public record Threshold(
      @Setting("Findings of this scanner only.") String scanner,
      @Setting("Findings of this service only.") String service,
      @Setting("`true` for findings with a known fix only, `false` for those without.")
          Boolean fixable,
      @Setting(
              value = "Findings of this severity or above block; `none` for never.",
              required = true)
          Least least)
      implements Serializable {}

  /** How many findings may remain. */
  public record Budgets(
      @Setting(value = "Critical ones.", min = 0) Integer critical,
      @Setting(value = "High ones.", min = 0) Integer high,
      @Setting(value = "Medium ones.", min = 0) Integer medium,
      @Setting(value = "Low ones.", min = 0) Integer low,
      @Setting(value = "Those that nobody has rated.", min = 0) Integer unknown)
      implements Serializable {}

  /** A finding accepted for a while. */
  public record Suppression(
      @Setting("CVE, GHSA or rule id, or a finding's fingerprint; of any component without `purl`.")
          String id,
      @Setting(
              value =
                  "Package URL in which `*` stands for any text, such as pkg:npm/lodash@4.*; whatever it"
                      + " has without `id`.",
              pattern = "pkg:[a-z0-9.+-]+/[^*\\s].*")
          String purl,
      @Setting(value = "Why it may stay.", required = true) String reason,
      @Setting(value = "Who answers for it.", required = true) String owner,
      @Setting(
              value = "Last day it holds, as YYYY-MM-DD.",
              required = true,
              pattern = "\\d{4}-\\d{2}-\\d{2}")
          String until)
      implements Serializable {}

  /** GitHub code scanning. The token is a credential in Jenkins, never in this file. */
  public record CodeScanning(
      @Setting(
              value = "Repository, such as acme/cockpit.",
              pattern = "[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+",
              derived = "that of the checkout, when it is on GitHub")
          String repository,
      @Setting(
              "Id of the secret-text credential with a token that may write security events; nothing is"
                  + " sent without one.")
          String credentialsId,
      @Setting(
              value = "Address of the REST API, when it is the company's own.",
              pattern = "https?://[^\\s]+")
          String url)
      implements Serializable {}
}
