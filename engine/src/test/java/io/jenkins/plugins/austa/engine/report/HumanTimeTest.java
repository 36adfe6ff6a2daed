package io.jenkins.plugins.austa.engine.report;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import org.junit.Test;

public class HumanTimeTest {
  @Test
  public void showsADurationAsPreciselyAsPeopleCare() {
    assertEquals("0 ms", HumanTime.duration(-5));
    assertEquals("999 ms", HumanTime.duration(999));
    assertEquals("1.0 s", HumanTime.duration(1_000));
    assertEquals("59.9 s", HumanTime.duration(59_949));
    assertEquals("1 min 00 s", HumanTime.duration(59_950));
    assertEquals("3 min 05 s", HumanTime.duration(185_000));
    assertEquals("1 h 00 min", HumanTime.duration(3_599_600));
    assertEquals("26 h 04 min", HumanTime.duration((26 * 60 + 4) * 60_000L));
  }

  @Test
  public void showsTimesInUtcAndNumbersTheSameEverywhere() {
    Instant at = Instant.parse("2026-11-23T23:59:59.987Z");
    assertEquals("2026-11-23 23:59:59 UTC", HumanTime.dateTime(at));
    assertEquals("23:59:59.9", HumanTime.clockTenths(at));
    assertEquals("1,234,567", HumanTime.count(1_234_567));
    assertEquals("1 request", HumanTime.count(1, "request"));
    assertEquals("0 requests", HumanTime.count(0, "request"));
  }
}
