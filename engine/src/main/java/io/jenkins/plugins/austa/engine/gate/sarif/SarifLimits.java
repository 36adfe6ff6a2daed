package io.jenkins.plugins.austa.engine.gate.sarif;

/**
 * How large a SARIF file may be.
 *
 * @param runsPerFile runs in one file
 * @param resultsPerRun results in one run; the worst are kept
 * @param locationsPerResult places of one result
 * @param gzippedBytes size of one file after gzip
 */
public record SarifLimits(
    int runsPerFile, int resultsPerRun, int locationsPerResult, long gzippedBytes) {
  /**
   * GitHub's: it takes 25,000 results of a run, shows the worst 5,000 of them, and 100 of 1,000
   * locations; more would be refused or not be seen.
   */
  public static final SarifLimits GITHUB = new SarifLimits(20, 5_000, 100, 10_000_000);
}
