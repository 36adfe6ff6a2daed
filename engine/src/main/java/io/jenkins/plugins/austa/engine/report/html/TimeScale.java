package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.StageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A span of time laid out over the width of a drawing. Places are percentages, so that a drawing
 * fits every width without its text being stretched.
 *
 * @param from first millisecond shown, counted from the start of the run
 * @param to first millisecond no longer shown; after {@code from}
 */
record TimeScale(long from, long to) {
  private static final long[] STEPS = {
    100,
    200,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    14_400_000,
    43_200_000
  };

  TimeScale {
    to = Math.max(to, from + 1);
  }

  /** The whole run, even where a stage claims to have gone on after its end. */
  static TimeScale of(RunReport run) {
    return new TimeScale(0, Math.max(run.durationMillis(), end(run.stages())));
  }

  private static long end(List<StageReport> stages) {
    long end = 0;
    for (StageReport stage : stages) {
      end = Math.max(end, stage.startedMillis() + stage.durationMillis());
      end = Math.max(end, end(stage.children()));
    }
    return end;
  }

  boolean covers(long millis) {
    return millis >= from && millis <= to;
  }

  /** Where a moment lies, as a percentage within the drawing. */
  String place(long millis) {
    return percent(Math.max(from, Math.min(to, millis)) - from);
  }

  /** How wide a time is, cut where it leaves the drawing; never too narrow to be seen. */
  String width(long start, long end) {
    long shown = Math.min(to, end) - Math.max(from, start);
    return percent(Math.max(shown, (to - from) / 300.0));
  }

  private String percent(double millis) {
    return String.format(Locale.ROOT, "%.2f%%", 100.0 * millis / (to - from));
  }

  /** At most {@code most} round moments within the span, ascending. */
  List<Long> ticks(int most) {
    long step = step(most);
    List<Long> ticks = new ArrayList<>();
    for (long tick = (from + step - 1) / step * step; tick <= to; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  private long step(int most) {
    for (long step : STEPS) {
      if ((to - from) / step < most) {
        return step;
      }
    }
    // Days, and weeks for a run that waits for its approval that long.
    long day = 86_400_000;
    return day * ((to - from) / day / most + 1);
  }

  /** A moment as time since the start of the run, short enough for an axis. */
  static String offset(long millis) {
    if (millis < 60_000) {
      return millis % 1_000 == 0
          ? millis / 1_000 + " s"
          : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    long seconds = millis / 1_000;
    return seconds < 3_600
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3_600, seconds / 60 % 60);
  }
}
