package io.jenkins.plugins.austa.cli.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class LiveConsoleTest {
  private final Screen screen = new Screen();
  private final AtomicLong nanos = new AtomicLong();
  private StageTreeConsole console = console(new Terminal(true, true, true, 41, 24));

  @Test
  public void showsRunningStagesNestedWithTheirLastLine() {
    runUntilTwoBranchesAreAtWork();
    console.line("3", "first line");
    console.line("3", "63 tests so far");
    console.tick();
    assertEquals(
        List.of(
            "✓ Plan                            300 ms",
            "▸ Test                               2 s",
            "  ▸ backend                          2 s",
            "    63 tests so far",
            "  ✓ frontend                       1.2 s"),
        screen.rows());
  }

  @Test
  public void writesTheRegionAgainInPlace() {
    runUntilTwoBranchesAreAtWork();
    console.tick();
    nanos.addAndGet(Duration.ofSeconds(65).toNanos());
    console.tick();
    assertEquals(
        List.of(
            "✓ Plan                            300 ms",
            "▸ Test                        1 min 07 s",
            "  ▸ backend                   1 min 07 s",
            "  ✓ frontend                       1.2 s"),
        screen.rows());
  }

  @Test
  public void writesNothingWhenNothingHasChanged() {
    runUntilTwoBranchesAreAtWork();
    console.tick();
    screen.raw();
    nanos.addAndGet(Duration.ofMillis(200).toNanos());
    console.tick();
    assertEquals("", screen.raw());
  }

  @Test
  public void notesAndFinishedStagesStayAbove() {
    runUntilTwoBranchesAreAtWork();
    console.tick();
    console.note("Waiting for the lease, which another build holds until 10:02:00");
    console.stageEnded("3", "FAILURE", Duration.ofMillis(2_400));
    console.stageEnded("2", "FAILURE", Duration.ofMillis(2_500));
    console.stageStarted("5", null, "Report");
    console.tick();
    assertEquals(
        List.of(
            "✓ Plan                            300 ms",
            "Waiting for the lease, which another build holds until 10:02:00",
            "✕ Test failed                      2.5 s",
            "  ✕ backend failed                 2.4 s",
            "  ✓ frontend                       1.2 s",
            "▸ Report"),
        screen.rows());
  }

  @Test
  public void showsTheLastLinesOfAStageThatFailed() {
    console.stageStarted("1", null, "Test");
    for (int i = 1; i <= 20; i++) {
      console.line("1", "line " + i);
    }
    console.stageEnded("1", "FAILURE", Duration.ofSeconds(1));
    console.tick();
    List<String> rows = screen.rows();
    assertEquals(13, rows.size());
    assertEquals("  line 9", rows.get(1));
    assertEquals("  line 20", rows.get(12));
  }

  @Test
  public void keepsWithinANarrowAndLowTerminal() {
    console = console(new Terminal(true, false, true, 24, 8));
    console.stageStarted("0", null, "Everything in one stage with a long name");
    for (int i = 1; i <= 9; i++) {
      console.stageStarted("" + i, "0", "part " + i);
      console.line("" + i, "printing rather a lot of text 漢字漢字");
    }
    console.tick();
    List<String> rows = screen.rows();
    assertEquals(6, rows.size());
    assertEquals("… 14 more above", rows.get(0));
    rows.forEach(row -> assertTrue(row, TextWidth.of(row) < 24));
  }

  @Test
  public void givesTheTerminalBack() {
    runUntilTwoBranchesAreAtWork();
    console.tick();
    assertFalse("the cursor is hidden while it draws", screen.isAsItWas());
    console.close();
    assertTrue(screen.isAsItWas());
    console.close();
    assertEquals("", screen.raw());
  }

  @Test
  public void leavesTheTerminalAloneDuringAQuestion() {
    console.stageStarted("1", null, "Approve");
    String answer =
        console.aside(
            () -> {
              assertTrue("the cursor is there to type", screen.isAsItWas());
              console.note("Slack was told");
              console.tick();
              assertEquals("", screen.raw());
              screen.out.print("Deploy to production? yes\n");
              return "yes";
            });
    assertEquals("yes", answer);
    console.tick();
    assertEquals(
        List.of("▸ Approve", "Deploy to production? yes", "Slack was told", "▸ Approve"),
        screen.rows());
  }

  @Test
  public void dimsLogLinesAndNeverColoursWithNoColor() {
    runUntilTwoBranchesAreAtWork();
    console.line("3", "63 tests");
    console.tick();
    assertTrue(screen.raw().contains("\u001B[2m63 tests\u001B[0m"));
    console = console(new Terminal(true, false, true, 41, 24));
    runUntilTwoBranchesAreAtWork();
    console.line("3", "63 tests");
    console.tick();
    String raw = screen.raw();
    assertTrue(raw, raw.contains("    63 tests"));
    assertFalse("still redraws, but without colour", raw.matches("(?s).*\u001B\\[[0-9;]*m.*"));
  }

  @Test
  public void losesNothingWhenBranchesReportAtOnce() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> branches = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int branch = i;
      branches.add(new Thread(() -> work(start, branch)));
      branches.get(i).start();
    }
    start.countDown();
    for (Thread branch : branches) {
      branch.join();
    }
    console.close();
    assertEquals(400, screen.rows().stream().filter(row -> row.startsWith("✓ stage")).count());
  }

  private void work(CountDownLatch start, int branch) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < 50; i++) {
      String id = branch + "/" + i;
      console.stageStarted(id, null, "stage " + id);
      console.line(id, "at work");
      console.tick();
      console.stageEnded(id, "SUCCESS", Duration.ofMillis(3));
    }
  }

  private void runUntilTwoBranchesAreAtWork() {
    console.stageStarted("1", null, "Plan");
    console.stageEnded("1", "SUCCESS", Duration.ofMillis(300));
    console.stageStarted("2", null, "Test");
    console.stageStarted("3", "2", "backend");
    console.stageStarted("4", "2", "frontend");
    console.stageEnded("4", "SUCCESS", Duration.ofMillis(1_200));
    nanos.addAndGet(Duration.ofMillis(2_300).toNanos());
  }

  private StageTreeConsole console(Terminal terminal) {
    return new StageTreeConsole(screen.out, terminal, nanos::get);
  }
}
