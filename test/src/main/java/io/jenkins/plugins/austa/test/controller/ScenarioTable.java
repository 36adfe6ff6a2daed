package io.jenkins.plugins.austa.test.controller;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was played on the controller and how it went: one line each. */
public final class ScenarioTable {
  private static final String LINE = "%-52s %-8s %8s  %s%n";

  private final List<Row> rows = new ArrayList<>();

  private record Row(String scenario, String result, Duration time, String note) {}

  /**
   * Adds a line.
   *
   * @param note what was measured; may be empty
   */
  public void add(String scenario, String result, Duration time, String note) {
    rows.add(new Row(scenario, result, time, note));
  }

  /** Prints all lines in the order they were added. */
  public void print(PrintStream out) {
    out.printf(LINE, "scenario", "result", "seconds", "");
    for (Row row : rows) {
      String seconds = String.format(Locale.ROOT, "%.1f", row.time().toMillis() / 1000.0);
      out.printf(LINE, row.scenario(), row.result(), seconds, row.note());
    }
  }
}
