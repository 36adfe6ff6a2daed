package io.jenkins.plugins.austa.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The verdict as plain text for the build log; no line is longer than {@value #WIDTH} columns. */
public final class GateTable {
  /** Fits the build log of Jenkins without wrapping. */
  public static final int WIDTH = 120;

  private static final int ROWS = 50;
  private static final String ROW = "%-8s  %-19s  %-12s  %-26s  %-15s  %-15s  %s";

  private GateTable() {}

  /** The lines, without line ends. */
  public static List<String> lines(GateVerdict verdict) {
    List<String> lines = new ArrayList<>();
    wrap("Security gate: " + verdict.outcome() + " (" + counts(verdict) + ")", lines);
    if (!verdict.deciding().isEmpty()) {
      lines.add(row("SEVERITY", "ID", "SERVICE", "COMPONENT", "INSTALLED", "FIXED IN", "FOUND BY"));
    }
    verdict.deciding().stream().limit(ROWS).map(GateTable::row).forEach(lines::add);
    if (verdict.decidingCount() > ROWS) {
      lines.add("… and " + (verdict.decidingCount() - ROWS) + " more, see the report");
    }
    verdict.reasons().forEach(reason -> wrap("! " + reason, lines));
    verdict
        .unused()
        .forEach(
            one ->
                wrap(
                    "- the suppression of " + one.covers() + " matches nothing: delete it", lines));
    verdict.notes().forEach(note -> wrap("- " + note, lines));
    return lines;
  }

  private static String counts(GateVerdict verdict) {
    String found =
        verdict.counts().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Map.Entry.<Severity, Integer>comparingByKey().reversed())
            .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return (found.isEmpty() ? "no findings" : found)
        + counted(verdict, FindingState.SUPPRESSED, "suppressed")
        + counted(verdict, FindingState.KNOWN, "known before")
        + counted(verdict, FindingState.YOUNG, "within the days of grace")
        + counted(verdict, FindingState.BUDGETED, "within budget")
        + ", "
        + verdict.scans().size()
        + (verdict.scans().size() == 1 ? " report" : " reports");
  }

  private static String counted(GateVerdict verdict, FindingState state, String word) {
    int count = verdict.states().get(state);
    return count == 0 ? "" : ", " + count + " " + word;
  }

  private static String row(MergedFinding finding) {
    String by = String.join(",", finding.scanners());
    return row(
        finding.severity().name(),
        finding.id(),
        finding.service(),
        finding.component().replaceFirst("^pkg:", ""),
        finding.installedVersion(),
        finding.fixedVersion(),
        finding.platforms().isEmpty() ? by : by + " " + String.join(",", finding.platforms()));
  }

  private static String row(String... cells) {
    int[] widths = {8, 19, 12, 26, 15, 15, WIDTH};
    Object[] fitted = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      fitted[i] = fit(cells[i] == null ? "-" : cells[i], widths[i]);
    }
    return fit(String.format(Locale.ROOT, ROW, fitted), WIDTH);
  }

  private static String fit(String text, int width) {
    String line = text.replaceAll("\\p{Cntrl}", " ").stripTrailing();
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  private static void wrap(String text, List<String> lines) {
    String rest = text.replaceAll("\\p{Cntrl}", " ");
    while (rest.length() > WIDTH) {
      int cut = rest.lastIndexOf(' ', WIDTH);
      cut = cut <= 2 ? WIDTH : cut;
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = "  " + rest.substring(cut).strip();
    }
    lines.add(rest);
  }
}
