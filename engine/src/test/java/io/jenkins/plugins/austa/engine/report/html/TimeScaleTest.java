package io.jenkins.plugins.austa.engine.report.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class TimeScaleTest {
  @Test
  public void picksRoundMomentsAndNeverTooMany() {
    assertEquals(
        List.of(0L, 10_000L, 20_000L, 30_000L, 40_000L), new TimeScale(0, 42_300).ticks(6));
    for (long length = 1; length < 40L * 86_400_000; length = length * 3 / 2 + 1) {
      int ticks = new TimeScale(0, length).ticks(6).size();
      assertTrue(length + " ms: " + ticks + " ticks", ticks >= 1 && ticks <= 6);
    }
  }

  @Test
  public void keepsEverythingWithinTheDrawing() {
    TimeScale scale = new TimeScale(10_000, 20_000);
    assertEquals("0.00%", scale.place(4_000));
    assertEquals("50.00%", scale.place(15_000));
    assertEquals("100.00%", scale.place(99_000));
    assertEquals("20.00%", scale.width(8_000, 12_000));
    assertEquals("still to be seen", "0.33%", scale.width(12_000, 12_000));
  }

  @Test
  public void namesMomentsBriefly() {
    assertEquals("0 s", TimeScale.offset(0));
    assertEquals("0.5 s", TimeScale.offset(500));
    assertEquals("45 s", TimeScale.offset(45_000));
    assertEquals("1:30 min", TimeScale.offset(90_000));
    assertEquals("2:05 h", TimeScale.offset(7_500_000));
  }
}
