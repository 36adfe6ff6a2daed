package io.jenkins.plugins.austa.cli.console;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import java.util.ArrayList;
import java.util.List;

/** Turns stages into lines that fit the terminal. */
final class TreeLines {
  private static final int WIDEST = 88;
  private final Style style;
  private final String mark;
  private final int columns;

  TreeLines(Terminal terminal) {
    this.style = new Style(terminal);
    this.mark = terminal.unicode() ? "…" : "...";
    // One column stays free: some terminals wrap when the last one is written.
    this.columns = Math.min(WIDEST, terminal.columns() - 1);
  }

  /** A stage with all that is in it. */
  List<String> whole(StageNode stage, long now) {
    List<String> lines = new ArrayList<>();
    add(stage, 0, now, true, lines);
    return lines;
  }

  /**
   * Stages in at most {@code rows} lines. When there is not room for all, what is inside finished
   * stages goes first, then the oldest lines; a last word says so.
   */
  List<String> within(List<StageNode> stages, long now, int rows) {
    List<String> lines = new ArrayList<>();
    stages.forEach(stage -> add(stage, 0, now, true, lines));
    if (lines.size() > rows) {
      lines.clear();
      stages.forEach(stage -> add(stage, 0, now, false, lines));
    }
    if (lines.size() <= rows) {
      return lines;
    }
    int hidden = lines.size() - rows + 1;
    List<String> fitting = new ArrayList<>();
    fitting.add(style.dim(cut(mark + " " + hidden + " more above", columns)));
    fitting.addAll(lines.subList(hidden, lines.size()));
    return fitting;
  }

  private void add(StageNode stage, int depth, long now, boolean finishedToo, List<String> lines) {
    lines.add(row(stage, depth, now));
    if (stage.isRunning() || finishedToo) {
      stage.children().forEach(child -> add(child, depth + 1, now, finishedToo, lines));
    }
    String indent = "  ".repeat(depth + 1);
    said(stage)
        .forEach(text -> lines.add(indent + style.dim(cut(text, columns - indent.length()))));
  }

  /**
   * What a stage printed is shown while it runs (the last line) and when it failed (the last few).
   */
  private static List<String> said(StageNode stage) {
    List<String> last = stage.lastLines();
    if (stage.isRunning()) {
      return last.isEmpty() ? last : last.subList(last.size() - 1, last.size());
    }
    return "FAILURE".equals(stage.result()) ? last : List.of();
  }

  private String row(StageNode stage, int depth, long now) {
    String indent = "  ".repeat(depth);
    String took = took(stage, now);
    String word =
        stage.isRunning() || "SUCCESS".equals(stage.result())
            ? ""
            : " " + Style.word(stage.result());
    int room = columns - indent.length() - 2 - word.length() - 1 - took.length();
    String name = cut(style.arriving(stage.name()), room);
    String gap = " ".repeat(Math.max(1, room - TextWidth.of(name) + 1));
    String shown = depth == 0 ? style.bold(name) : name;
    return indent + style.sign(stage.result()) + " " + shown + word + gap + style.dim(took);
  }

  /** A stage that runs shows whole seconds, so that a line changes once a second at most. */
  private static String took(StageNode stage, long now) {
    long millis = stage.duration(now).toMillis();
    if (!stage.isRunning()) {
      return "NOT_BUILT".equals(stage.result()) ? "" : HumanTime.duration(millis);
    }
    long seconds = millis / 1_000;
    if (seconds == 0) {
      return "";
    }
    return seconds < 60 ? seconds + " s" : HumanTime.duration(seconds * 1_000);
  }

  private String cut(String text, int most) {
    return TextWidth.cut(text, Math.max(1, most), mark);
  }
}
