package io.jenkins.plugins.austa.engine.report;

import java.util.List;

/**
 * One finding of the security gate.
 *
 * @param severity one of {@link GateReport#SEVERITIES}
 * @param id CVE, advisory or rule
 * @param component package or file that it is about
 * @param installed version in use; null where it is not about a version
 * @param fixed first version without it; null where there is none
 * @param sources scanners that reported it
 * @param location where it was found; null where the scanner does not say
 * @param decided whether it is one of the reasons for the verdict
 */
public record FindingReport(
    String severity,
    String id,
    String component,
    String installed,
    String fixed,
    List<String> sources,
    String location,
    boolean decided) {

  public FindingReport {
    sources = Absent.orEmpty(sources);
  }
}
