package io.jenkins.plugins.austa.engine.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.reflection.ReflectionConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.security.AnyTypePermission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;

public class RunReportCollectorTest {
  private final RunReportCollector collector = new RunReportCollector();

  @Test
  public void survivesXStreamAsInABuildXml() {
    RunReportCollector filled = filled();
    XStream xstream = new XStream();
    xstream.addPermission(AnyTypePermission.ANY);
    RunReportCollector back = (RunReportCollector) xstream.fromXML(xstream.toXML(filled));
    assertEquals(report(filled), report(back));
    back.addCheck(check("one more"));
    assertEquals(report(filled).checks().size() + 1, report(back).checks().size());
  }

  /** Jenkins saves a run whenever it likes, also while parallel steps report. */
  @Test
  public void canBeAddedToWhileJenkinsWritesIt() {
    collector.addCheck(check("first"));
    XStream xstream = new XStream();
    xstream.registerConverter(new AddsWhileWriting(xstream));

    xstream.toXML(collector);

    assertEquals(1, report(collector).notifications().size());
  }

  /** Adds to the collector in the middle of its being written. */
  private final class AddsWhileWriting extends ReflectionConverter {
    AddsWhileWriting(XStream xstream) {
      super(xstream.getMapper(), xstream.getReflectionProvider(), KeptPieces.class);
    }

    @Override
    public void marshal(
        Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
      collector.addCheck(check("second"));
      collector.addNotification(new NotificationReport("#deploys", "sent", true, null));
      super.marshal(source, writer, context);
    }
  }

  @Test
  public void survivesJavaSerialisation() throws Exception {
    RunReportCollector filled = filled();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(filled);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(report(filled), report((RunReportCollector) in.readObject()));
    }
  }

  @Test
  public void countsARetriedCheckOnceAndTheLastOneWins() {
    collector.addCheck(new CheckReport("backend", "unit", "FAILURE", 9, 1, 0, null, 10));
    collector.addCheck(new CheckReport("backend", "lint", "SUCCESS", 0, 0, 0, null, 10));
    collector.addCheck(new CheckReport("backend", "unit", "SUCCESS", 9, 0, 0, null, 12));
    assertEquals(2, report(collector).checks().size());
    assertEquals("SUCCESS", report(collector).checks().get(0).result());
  }

  @Test
  public void keepsEveryApprovalAndNotificationEvenWhenEqual() {
    NotificationReport message = new NotificationReport("slack", "hello", true, null);
    collector.addNotification(message);
    collector.addNotification(message);
    assertEquals(List.of(message, message), report(collector).notifications());
  }

  @Test
  public void namesTheRecordedToolsAndOnlyThose() {
    collector.addTool(new ToolReport("node", ToolReport.REAL, "20"));
    collector.addTool(new ToolReport("trivy", ToolReport.RECORDED, "2026-11-02"));
    collector.addTool(new ToolReport("kubernetes", ToolReport.STAND_IN, "sandbox"));
    assertEquals(List.of("trivy"), report(collector).recordedTools());
  }

  @Test
  public void staysSmallAndSaysWhatItLeftOut() {
    for (int i = 0; i < 510; i++) {
      collector.addCheck(check("check " + i));
    }
    collector.addCheck(new CheckReport("backend", "check 3", "FAILURE", 1, 1, 0, null, 5));
    RunReport report = report(collector);
    assertEquals(500, report.checks().size());
    assertEquals("a kept one is still replaced", "FAILURE", report.checks().get(3).result());
    assertEquals(List.of("checks: 10 more than the 500 that are kept"), report.omitted());
  }

  @Test
  public void keepsTheFindingsThatDecidedAndTheWorst() {
    List<FindingReport> findings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      findings.add(finding("LOW", "low-" + i, false));
    }
    findings.add(finding("CRITICAL", "accepted", false));
    findings.add(finding("MEDIUM", "decided", true));
    collector.setGate(new GateReport("failed", "x", Map.of("LOW", 300), List.of(), findings, 302));
    RunReport report = report(collector);
    assertEquals("decided", report.gate().findings().get(0).id());
    assertEquals("accepted", report.gate().findings().get(1).id());
    assertEquals(302, report.gate().totalFindings());
    assertEquals(
        List.of("findings: 200 of 302 are kept, those that decided first, then the worst"),
        report.omitted());
  }

  @Test
  public void cutsLongTextsAndSaysHowMuchIsMissing() {
    collector.addCheck(check("x".repeat(1_000_000)));
    String name = report(collector).checks().get(0).name();
    assertTrue(name, name.endsWith("x… (998,000 more)"));
    collector.addCheck(check("x".repeat(1_999) + "\uD83D\uDE80 and on"));
    String cut = report(collector).checks().get(1).name();
    assertFalse("cut in the middle of a character", cut.contains("\uD83D"));
  }

  @Test
  public void cutsTheFirstEventsOfALongRollout() {
    List<RolloutEvent> events =
        Collections.nCopies(900, new RolloutEvent(SampleRuns.START, "verify", "again"));
    collector.setRollout(
        new RolloutReport("production", "green", "verify", 7, null, null, null, events));
    List<RolloutEvent> kept = report(collector).rollout().events();
    assertEquals(500, kept.size());
    assertEquals("401 earlier events are left out", kept.get(0).message());
  }

  @Test
  public void losesNothingWhenParallelBranchesContributeAtOnce() throws Exception {
    ExecutorService branches = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> all = new ArrayList<>();
      for (int branch = 0; branch < 8; branch++) {
        int number = branch;
        all.add(branches.submit(() -> contribute(start, number)));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      branches.shutdown();
    }
    assertEquals(400, report(collector).checks().size());
  }

  private Void contribute(CountDownLatch start, int branch) throws InterruptedException {
    start.await();
    for (int i = 0; i < 50; i++) {
      collector.addCheck(check(branch + "/" + i));
    }
    return null;
  }

  private static RunReportCollector filled() {
    RunReportCollector filled = new RunReportCollector();
    RunReport sample = SampleRuns.reverted();
    sample.checks().forEach(filled::addCheck);
    filled.setGate(sample.gate());
    filled.addImages(sample.images());
    filled.addMigrations(sample.migrations());
    filled.setRollout(sample.rollout());
    sample.approvals().forEach(filled::addApproval);
    sample.tools().forEach(filled::addTool);
    sample.notifications().forEach(filled::addNotification);
    return filled;
  }

  private static RunReport report(RunReportCollector collector) {
    return collector.report(SampleRuns.head("SUCCESS", 1_000, null), List.of(), null);
  }

  private static CheckReport check(String name) {
    return new CheckReport("backend", name, "SUCCESS", 1, 0, 0, null, 5);
  }

  private static FindingReport finding(String severity, String id, boolean decided) {
    return new FindingReport(severity, id, "c", null, null, List.of("trivy"), null, decided);
  }
}
