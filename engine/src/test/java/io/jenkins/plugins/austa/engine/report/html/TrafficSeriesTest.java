package io.jenkins.plugins.austa.engine.report.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.TrafficSecond;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class TrafficSeriesTest {
  @Test
  public void showsSecondsWithoutTrafficAsNone() {
    TrafficSeries series =
        new TrafficSeries(
            new TimeScale(2_500, 6_500),
            List.of(new TrafficSecond(1, 9, 0, 0, 0), new TrafficSecond(3, 7, 1, 0, 2)));
    assertEquals(5, series.slots().size());
    assertEquals(2_000, series.startOf(0));
    assertEquals(new TrafficSeries.Slot(0, 0, 0, 0), series.slots().get(0));
    assertEquals(new TrafficSeries.Slot(7, 1, 0, 2), series.slots().get(1));
  }

  @Test
  public void drawsHoursInFewSlotsAndLosesNoFailure() {
    List<TrafficSecond> hours =
        IntStream.range(0, 7_200)
            .mapToObj(s -> new TrafficSecond(s, 100, 0, 0, s == 5_000 ? 3 : 0))
            .toList();
    TrafficSeries series = new TrafficSeries(new TimeScale(0, 7_200_000), hours);
    assertTrue(series.slots().size() <= 240);
    assertEquals(100, series.peak(), 0.001);
    assertEquals(3, series.slots().stream().mapToInt(TrafficSeries.Slot::failed).sum());
  }

  @Test
  public void findsTheLongestStretchOfAColour() {
    List<TrafficSecond> traffic =
        IntStream.range(0, 10)
            .mapToObj(
                s ->
                    s < 2 || s > 6
                        ? new TrafficSecond(s, 5, 0, 0, 0)
                        : new TrafficSecond(s, 1, 4, 0, 0))
            .toList();
    TrafficSeries series = new TrafficSeries(new TimeScale(0, 10_000), traffic);
    assertEquals(List.of(7, 10), series.stretch(TrafficSeries.Slot::blue));
    assertEquals(List.of(2, 7), series.stretch(TrafficSeries.Slot::green));
    assertEquals(List.of(), series.stretch(TrafficSeries.Slot::other));
  }
}
