package io.jenkins.plugins.austa.plugin.controller;

import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code austaGate} and {@code austaImages} on Jenkins. */
public class BuildStepsTest {
  private static final String CLEAN = audit("", 0);
  private static final String HIGH =
      audit(
          """
          "old":{"name":"old","severity":"high","isDirect":true,"via":[{"source":1,"name":"old",
          "dependency":"old","title":"old is old","severity":"high","range":"<2",
          "url":"https://github.com/advisories/GHSA-aaaa-bbbb-cccc"}],
          "effects":[],"range":"<2","nodes":["node_modules/old"],"fixAvailable":true}
          """,
          1);

  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();

  @Test
  public void theGateIsOpenWhenNothingWasFound() throws Exception {
    Pipelines.assertSays(jenkins, Pipelines.planned(judged(CLEAN, 0)), "gate PASSED");
  }

  @Test
  public void theGateIsClosedByAFinding() throws Exception {
    Pipelines.assertFails(jenkins, Pipelines.planned(judged(HIGH, 1)), "GHSA-aaaa-bbbb-cccc");
  }

  @Test
  public void theGateFailsClosedWhenAReportIsMissing() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned("austaGate(scans: 'sources', exitCodes: [:])"),
        "The security gate is broken");
  }

  @Test
  public void aMistypedScopeOfTheGateIsNotTakenForAnother() throws Exception {
    Pipelines.assertFails(
        jenkins, Pipelines.planned("austaGate(scans: 'image')"), "allowed are sources and images");
  }

  @Test
  public void imagesAreKnownByDigest() throws Exception {
    Pipelines.assertSays(
        jenkins,
        Pipelines.planned(Pipelines.built()),
        "frontend is registry.example.com/shop/frontend@sha256:" + "a".repeat(64));
  }

  @Test
  public void anImageThatWasNotBuiltIsNamed() throws Exception {
    Pipelines.assertFails(
        jenkins,
        Pipelines.planned(
            "writeFile file: '.austa/images.json', text: '{\"other\": {}}'\n austaImages()"),
        "has no target frontend");
  }

  @Test
  public void aBuildThatLeftNothingHasFailed() throws Exception {
    Pipelines.assertFails(
        jenkins, Pipelines.planned("austaImages()"), "Reading what was built from");
  }

  private static String judged(String report, int exitCode) {
    return """
    def codes = [:]
    for (scan in plan.scans) {
      writeFile file: scan.report, text: '''%s'''
      codes[scan.report] = %d
    }
    echo 'gate ' + austaGate(scans: 'sources', exitCodes: codes)
    """
        .formatted(report, exitCode);
  }

  private static String audit(String vulnerabilities, int high) {
    return """
    {"auditReportVersion":2,"vulnerabilities":{%1$s},"metadata":{
     "vulnerabilities":{"info":0,"low":0,"moderate":0,"high":%2$d,"critical":0,"total":%2$d},
     "dependencies":{"prod":1,"dev":0,"optional":0,"peer":0,"peerOptional":0,"total":1}}}
    """
        .formatted(vulnerabilities, high);
  }
}
