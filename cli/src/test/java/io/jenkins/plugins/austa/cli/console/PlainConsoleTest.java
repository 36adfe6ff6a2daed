package io.jenkins.plugins.austa.cli.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class PlainConsoleTest {
  private final Screen screen = new Screen();
  private final AtomicLong nanos = new AtomicLong(5_000_000_000L);

  @Test
  public void writesOneLineForEachThingThatHappens() {
    run(Terminal.plain(true));
    assertEquals(
        """
            0.0 s  Plan: started
            0.3 s  Plan: passed in 300 ms
            0.3 s  Test: started
            0.3 s  Test › backend: started
            0.3 s  Test › frontend: started
            1.3 s  Test › backend | 63 tests, 2 failed
            1.3 s  Nobody waits for an approval
            1.3 s  Test › backend: failed in 1.0 s
            1.3 s  Test › frontend: aborted in 900 ms
            1.3 s  Test: failed in 1.0 s
            1.3 s  Build: started
            1.3 s  Build: skipped
        """
            .indent(0),
        screen.raw());
  }

  @Test
  public void keepsToAsciiWhereNothingElseArrives() {
    run(Terminal.plain(false));
    String raw = screen.raw();
    assertEquals(raw, raw.replaceAll("[^\\x20-\\x7E\\n]", "?"));
    assertEquals("    1.3 s  Test > backend | 63 tests, 2 failed", raw.lines().toList().get(5));
  }

  @Test
  public void showsWhatToolsPrintWithoutTheirEscapes() {
    StageTreeConsole console = console(Terminal.plain(true));
    console.stageStarted("1", null, "Te\u001B[31mst");
    console.line("1", "\u001B]0;title\u0007\u001B[1;32mgreen\u001B[0m\ttab\u0000\u0007");
    console.line("1", "10 %\r50 %\r100 %\r");
    console.note("\u001B[2Jgone?");
    String raw = screen.raw();
    assertFalse(raw, raw.contains("\u001B"));
    assertEquals(
        """
            0.0 s  Test: started
            0.0 s  Test | green  tab
            0.0 s  Test | 100 %
            0.0 s  gone?
        """
            .indent(0),
        raw);
  }

  @Test
  public void doesNothingAfterItWasClosed() {
    StageTreeConsole console = console(Terminal.plain(true));
    console.stageStarted("1", null, "Test");
    console.close();
    console.close();
    console.stageEnded("1", "SUCCESS", Duration.ofSeconds(1));
    console.note("too late");
    assertEquals("    0.0 s  Test: started\n", screen.raw());
  }

  @Test
  public void passesOverStagesThatItDoesNotKnow() {
    StageTreeConsole console = console(Terminal.plain(true));
    console.line("7", "whose?");
    console.stageEnded("7", "SUCCESS", Duration.ZERO);
    console.stageStarted("8", "7", "Orphan");
    assertEquals("    0.0 s  Orphan: started\n", screen.raw());
  }

  private void run(Terminal terminal) {
    StageTreeConsole console = console(terminal);
    console.stageStarted("1", null, "Plan");
    wait(300);
    console.stageEnded("1", "SUCCESS", Duration.ofMillis(300));
    console.stageStarted("2", null, "Test");
    console.stageStarted("3", "2", "backend");
    console.stageStarted("4", "2", "frontend");
    wait(1_000);
    console.line("3", "63 tests, 2 failed");
    console.note("Nobody waits for an approval");
    console.stageEnded("3", "FAILURE", Duration.ofMillis(1_000));
    console.stageEnded("4", "ABORTED", Duration.ofMillis(900));
    console.stageEnded("2", "FAILURE", Duration.ofMillis(1_000));
    console.stageStarted("5", null, "Build");
    console.stageEnded("5", "NOT_BUILT", Duration.ZERO);
  }

  private StageTreeConsole console(Terminal terminal) {
    return new StageTreeConsole(screen.out, terminal, nanos::get);
  }

  /** Time passes; nobody sleeps. */
  private void wait(int millis) {
    nanos.addAndGet(millis * 1_000_000L);
  }
}
