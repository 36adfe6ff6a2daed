package io.jenkins.plugins.austa.test.controller;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was played on the controller and how it went: one line each. */
public final class ScenarioTable {
  private static final String LINE = "%-28s %-7s %8s  %s%n";

  private final List<Row> rows = new ArrayList<>();

  private record Row(String scenario, String result, Duration time, String note) {}

  /**
   * Adds a line, and prints it, because the others may take long.
   *
   * @param note what was measured; may be empty
   */
  public void add(String scenario, String result, Duration time, String note) {
    Row row = new Row(scenario, result, time, note);
    rows.add(row);
    print(row, System.out);
  }

  /** Prints all lines in the order they were added. */
  public void print(PrintStream out) {
    out.printf(LINE, "scenario", "result", "seconds", "");
    rows.forEach(row -> print(row, out));
  }

  private static void print(Row row, PrintStream out) {
    String seconds = String.format(Locale.ROOT, "%.1f", row.time().toMillis() / 1000.0);
    out.printf(LINE, row.scenario(), row.result(), seconds, row.note());
  }
}
