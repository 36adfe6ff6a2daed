package io.jenkins.plugins.austa.engine.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs as they look in real life, for the tests of everything that shows a run. */
public final class SampleRuns {
  public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final String COMMIT = "4f1c2a9d7be03e6f58a1b2c3d4e5f60718293a4b";

  private SampleRuns() {}

  /** Green was deployed, checked, switched to and verified; nobody noticed. */
  public static RunReport success() {
    RunReportCollector collector = upToProduction();
    collector.setRollout(
        new RolloutReport(
            "production",
            "green",
            "done",
            7,
            null,
            null,
            null,
            List.of(
                event(
                    30_100,
                    "prepare",
                    "Installed green with 5 backend, 5 frontend, 3 ai-service pods"),
                event(34_300, "check", "All 13 pods available, no restarts"),
                event(35_900, "check", "GET /api/healthz answered 200 in 12 ms"),
                event(
                    36_200, "switch", "Moved 3 services in one write of Ingress austa-production"),
                event(36_450, "verify", "All of 20 answers carry revision 7"),
                event(41_500, "verify", "Error rate 0.0 % of 640 requests, limit 1 %"),
                event(
                    41_600, "retire", "Scaled blue to 0 after a drain of 2 s; kept for a rollback"),
                event(43_700, "done", "Revision 7 serves"))));
    return collector.report(
        head("SUCCESS", 44_900, null),
        stages("SUCCESS", null, 44_900),
        traffic(44, 36, Integer.MAX_VALUE, 0));
  }

  /** Green answered with errors after the switch; traffic went back to blue by itself. */
  public static RunReport reverted() {
    RunReportCollector collector = upToProduction();
    Instant decided = START.plusMillis(39_650);
    String why =
        "10.2 % of 312 requests answered with 5xx within 3 s; the limit is 1 %, blue had 0.0 %";
    collector.setRollout(
        new RolloutReport(
            "production",
            "blue",
            "reverted",
            6,
            why,
            "error-rate",
            decided,
            List.of(
                event(
                    30_100,
                    "prepare",
                    "Installed green with 5 backend, 5 frontend, 3 ai-service pods"),
                event(34_300, "check", "All 13 pods available, no restarts"),
                event(
                    36_200, "switch", "Moved 3 services in one write of Ingress austa-production"),
                event(36_450, "verify", "All of 20 answers carry revision 7"),
                event(39_650, "revert", "Signal error-rate failed: " + why),
                event(39_700, "revert", "Moved 3 services back to blue in one write"),
                event(
                    40_300,
                    "reverted",
                    "All of 20 answers carry revision 6; green kept for a look"))));
    String failure = "The rollout to production was reverted: " + why;
    return collector.report(
        head("FAILURE", 42_300, failure), stages("FAILURE", why, 42_300), traffic(42, 36, 39, 10));
  }

  /** Stopped in Test: no image, no migration, no rollout, no traffic. */
  public static RunReport failedEarly() {
    RunReportCollector collector = new RunReportCollector();
    collector.addCheck(new CheckReport("frontend", "unit", "SUCCESS", 48, 0, 0, 0.914, 2_310));
    collector.addCheck(new CheckReport("backend", "unit", "FAILURE", 63, 2, 1, 0.882, 3_120));
    collector.addTool(new ToolReport("node", ToolReport.REAL, "v20.19.2"));
    String why = "backend: 2 of 63 tests failed (rejects an expired token, keeps the audit trail)";
    List<StageReport> stages =
        List.of(
            new StageReport(
                "Test",
                "FAILURE",
                220,
                3_600,
                List.of(
                    new StageReport("frontend", "ABORTED", 240, 2_900, List.of(), null),
                    new StageReport(
                        "backend",
                        "FAILURE",
                        250,
                        3_400,
                        List.of(new StageReport("unit", "FAILURE", 260, 3_120, List.of(), why)),
                        null)),
                null),
            new StageReport("Security", "NOT_BUILT", 3_820, 0, List.of(), null),
            new StageReport("Build", "NOT_BUILT", 3_820, 0, List.of(), null),
            new StageReport("Report", "SUCCESS", 3_830, 240, List.of(), null));
    return collector.report(head("FAILURE", 4_100, why), stages, null);
  }

  /** The security gate stopped it. */
  public static RunReport blocked() {
    RunReportCollector collector = new RunReportCollector();
    collector.addCheck(new CheckReport("backend", "unit", "SUCCESS", 63, 0, 1, 0.882, 3_120));
    collector.setGate(
        new GateReport(
            "failed",
            "1 finding of severity CRITICAL; the policy allows none",
            Map.of("CRITICAL", 1, "HIGH", 1, "LOW", 4),
            List.of(
                new ScannerReport("trivy", "backend", "linux/amd64", "failed"),
                new ScannerReport("safety", "ai-service", null, "broken")),
            List.of(
                new FindingReport(
                    "CRITICAL",
                    "CVE-2026-40001",
                    "libexpat",
                    "2.6.1",
                    "2.6.4",
                    List.of("trivy"),
                    "backend image, layer 2",
                    true),
                new FindingReport(
                    "HIGH", "CVE-2026-40002", "zlib", "1.3", null, List.of("trivy"), null, false)),
            6));
    collector.addTool(new ToolReport("trivy", ToolReport.RECORDED, "trivy 0.58 on 2026-11-02"));
    String why =
        "The security gate failed: CVE-2026-40001 in libexpat 2.6.1 (backend), fixed in 2.6.4";
    List<StageReport> stages =
        List.of(
            stage("Test", 200, 3_700),
            new StageReport("Security", "FAILURE", 3_920, 2_100, List.of(), why),
            stage("Report", 6_050, 200));
    return collector.report(head("FAILURE", 6_300, why), stages, null);
  }

  static RunHead head(String result, long durationMillis, String failure) {
    return new RunHead(
        "austa-cockpit",
        result,
        "main",
        COMMIT,
        "1.4.0",
        "maria.lind",
        START,
        durationMillis,
        118,
        341,
        failure,
        failure == null ? null : FailureKind.SECURITY_GATE);
  }

  private static RunReportCollector upToProduction() {
    RunReportCollector collector = new RunReportCollector();
    collector.addCheck(new CheckReport("frontend", "unit", "SUCCESS", 48, 0, 0, 0.914, 2_310));
    collector.addCheck(new CheckReport("frontend", "lint", "SUCCESS", 0, 0, 0, null, 1_020));
    collector.addCheck(new CheckReport("backend", "unit", "SUCCESS", 63, 0, 1, 0.882, 3_120));
    collector.addCheck(new CheckReport("ai-service", "unit", "SUCCESS", 21, 0, 0, 0.9996, 1_480));
    collector.setGate(gate());
    collector.addImages(
        List.of(image("frontend", 'a'), image("backend", 'b'), image("ai-service", 'c')));
    for (String environment : List.of("staging", "production")) {
      collector.addMigrations(
          List.of(
              new MigrationReport(
                  environment, "20260901120000_init", "expand", "already applied", null, 0),
              new MigrationReport(
                  environment,
                  "20261120090000_add_consent",
                  "expand",
                  "applied",
                  "adds a table and a nullable column",
                  412)));
    }
    collector.addApproval(
        new ApprovalReport(
            "production", "approved", "jonas.ek", START.plusSeconds(29), "release window", false));
    collector.addTool(new ToolReport("node", ToolReport.REAL, "v20.19.2"));
    collector.addTool(new ToolReport("prisma", ToolReport.REAL, "6.19.0"));
    collector.addTool(
        new ToolReport("trivy", ToolReport.RECORDED, "trivy 0.58 on 2026-11-02, recordings/trivy"));
    collector.addTool(
        new ToolReport(
            "docker", ToolReport.RECORDED, "buildx 0.19 on 2026-11-02, recordings/docker"));
    collector.addTool(
        new ToolReport("kubernetes", ToolReport.STAND_IN, "sandbox cluster in this JVM"));
    collector.addNotification(
        new NotificationReport(
            "slack #deploys",
            "austa-cockpit 1.4.0: see the report\nStarted by maria.lind",
            true,
            null));
    collector.addNotification(
        new NotificationReport(
            "github commit status", "austa-pipeline", false, "no token configured"));
    return collector;
  }

  private static GateReport gate() {
    return new GateReport(
        "passed",
        "no finding of severity HIGH or above that can be fixed",
        Map.of("MEDIUM", 2, "LOW", 5),
        List.of(
            new ScannerReport("trivy", "backend", "linux/amd64", "passed"),
            new ScannerReport("npm audit", "frontend", null, "passed"),
            new ScannerReport("bandit", "ai-service", null, "passed")),
        List.of(
            new FindingReport(
                "MEDIUM",
                "CVE-2026-11881",
                "openssl",
                "3.0.15-1",
                "3.0.16-1",
                List.of("trivy"),
                "backend image, layer 2",
                false),
            new FindingReport(
                "MEDIUM",
                "GHSA-9wv6-86v2-598j",
                "path-to-regexp",
                "6.2.1",
                "6.3.0",
                List.of("npm audit", "trivy"),
                "frontend/package-lock.json",
                false),
            new FindingReport(
                "LOW",
                "B101",
                "assert_used",
                null,
                null,
                List.of("bandit"),
                "ai-service/app/main.py:41",
                false)),
        7);
  }

  private static ImageReport image(String service, char fill) {
    return new ImageReport(
        service,
        "registry.austa.example/cockpit/" + service + ":1.4.0",
        "sha256:" + String.valueOf(fill).repeat(64),
        List.of("linux/amd64", "linux/arm64"),
        "sbom/" + service + ".cdx.json");
  }

  private static RolloutEvent event(long millis, String phase, String message) {
    return new RolloutEvent(START.plusMillis(millis), phase, message);
  }

  private static List<StageReport> stages(String production, String error, long end) {
    return List.of(
        stage("Plan", 40, 300),
        new StageReport(
            "Test",
            "SUCCESS",
            340,
            3_900,
            List.of(
                new StageReport(
                    "frontend",
                    "SUCCESS",
                    360,
                    3_400,
                    List.of(stage("unit", 370, 2_310), stage("lint", 2_700, 1_020)),
                    null),
                new StageReport(
                    "backend", "SUCCESS", 362, 3_800, List.of(stage("unit", 380, 3_120)), null),
                new StageReport(
                    "ai-service", "SUCCESS", 364, 1_900, List.of(stage("unit", 390, 1_480)), null)),
            null),
        stage("Security", 4_300, 5_200),
        stage("Build", 9_600, 6_300),
        stage("Migrate", 16_000, 4_100),
        stage("Staging", 20_200, 6_400),
        stage("Approve", 26_700, 2_600),
        new StageReport("Production", production, 29_400, end - 30_100, List.of(), error),
        stage("Report", end - 700, 640));
  }

  private static StageReport stage(String name, long started, long duration) {
    return new StageReport(name, "SUCCESS", started, duration, List.of(), null);
  }

  /** About 100 requests a second; green answers between two seconds, and fails some percent. */
  private static TrafficReport traffic(int seconds, int greenFrom, int greenUntil, int failing) {
    List<TrafficSecond> all = new ArrayList<>();
    long sent = 0;
    long failed = 0;
    for (int second = 0; second < seconds; second++) {
      int requests = 96 + (second * 37 % 11);
      int green = second < greenFrom || second > greenUntil ? 0 : requests;
      if (second == greenFrom || second == greenUntil) {
        // Traffic moves in the middle of a second.
        green = requests * 2 / 3;
      }
      int bad = green * failing / 100;
      all.add(new TrafficSecond(second, requests - green, green, 0, bad));
      sent += requests;
      failed += bad;
    }
    List<String> reasons =
        failed == 0 ? List.of() : List.of("HTTP 500 from backend, green, revision 7: " + failed);
    return new TrafficReport(sent, failed, all, reasons);
  }
}
