package io.jenkins.plugins.austa.engine.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.List;
import org.junit.Test;

public class StageTreeTest {
  private static final long START = 1_000;
  private static final long NOW = 9_000;

  private final StageTree tree = new StageTree();

  @Test
  public void nestsWhatIsShownAndSkipsWhatIsAround() {
    // As a flow graph is read: what came last comes first.
    tree.add(ended("9", null, "Report", 5_000, 6_000));
    tree.add(ended("8", "6", "backend", 2_000, 3_000));
    tree.add(ended("7", "6", "frontend", 2_000, 4_000));
    tree.add(ended("6", "5", null, 1_900, 4_000));
    tree.add(ended("5", "4", "Test", 1_800, 4_100));
    tree.add(ended("4", "2", null, 1_100, 4_200));
    tree.add(running("2", null, null, START));

    List<StageReport> stages = stages(null);

    assertEquals(List.of("Test", "Report"), names(stages));
    assertEquals(List.of("frontend", "backend"), names(stages.get(0).children()));
    assertEquals(800, stages.get(0).startedMillis());
    assertEquals(2_300, stages.get(0).durationMillis());
    assertEquals("SUCCESS", stages.get(0).result());
  }

  @Test
  public void tellsAnErrorOnceWhereItArose() {
    tree.add(failed("5", "3", "unit", "FAILURE", "2 tests failed"));
    tree.add(failed("3", "2", "Test", "FAILURE", "2 tests failed"));

    StageReport test = stages(null).get(0);

    assertEquals("FAILURE", test.result());
    assertNull(test.error());
    assertEquals("2 tests failed", test.children().get(0).error());
  }

  @Test
  public void aWarningCountsForAllAroundItAndABetterOneForNone() {
    tree.add(ended("5", "3", "unit", 1_000, 2_000));
    tree.add(failed("4", "3", "lint", "ABORTED", "stopped"));
    tree.add(ended("3", "2", "Test", 1_000, 2_000));
    tree.warn("5", "UNSTABLE", "1 test failed");
    tree.warn("4", "UNSTABLE", null);
    tree.warn(null, "FAILURE", "outside of all stages");

    StageReport test = stages(null).get(0);

    assertEquals("UNSTABLE", test.result());
    assertEquals(List.of("UNSTABLE", "ABORTED"), results(test.children()));
    assertEquals("1 test failed", test.children().get(0).error());
  }

  @Test
  public void whatIsAroundTheReportStandsAsItIsAndWhatElseRunsHasNoResult() {
    tree.add(running("6", "4", null, 8_000));
    tree.add(running("5", "3", "beside", 7_000));
    tree.add(running("4", "3", "Report", 7_000));
    tree.add(running("3", null, "All", 6_000));

    StageReport all = stages("6").get(0);

    assertEquals("SUCCESS", all.result());
    assertEquals(3_000, all.durationMillis());
    assertEquals("SUCCESS", all.children().get(0).result());
    assertNull(all.children().get(1).result());
  }

  @Test
  public void keepsNoMoreThanItPromisesAndSaysSo() {
    for (int i = 0; i < StageTree.MOST + 7; i++) {
      tree.add(ended(String.valueOf(i), null, "stage " + i, START, NOW));
    }

    StageTree.Stages stages = tree.stages(START, NOW, null);

    assertEquals(StageTree.MOST, stages.stages().size());
    assertEquals("stage 999", stages.stages().get(999).name());
    RunReport report =
        new RunReportCollector().report(SampleRuns.head("SUCCESS", 1, null), stages, null);
    assertEquals(List.of("stages: 7 more than the 1000 that are kept"), report.omitted());
  }

  private List<StageReport> stages(String here) {
    return tree.stages(START, NOW, here).stages();
  }

  private static RunBlock ended(String id, String enclosing, String name, long from, long to) {
    return new RunBlock(id, enclosing, name, from, to, "SUCCESS", null);
  }

  private static RunBlock failed(
      String id, String enclosing, String name, String result, String error) {
    return new RunBlock(id, enclosing, name, 1_500, 1_600L, result, error);
  }

  private static RunBlock running(String id, String enclosing, String name, long from) {
    return new RunBlock(id, enclosing, name, from, null, null, null);
  }

  private static List<String> names(List<StageReport> stages) {
    return stages.stream().map(StageReport::name).toList();
  }

  private static List<String> results(List<StageReport> stages) {
    return stages.stream().map(StageReport::result).toList();
  }
}
