package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.StageReport;
import java.util.List;

/** The stage tree; each stage has a bar where it lies in the run. */
final class StageSection implements Section {
  private static final int BAR = 14;
  private static final int DEEPEST_STYLE = 4;

  @Override
  public String id() {
    return "stages";
  }

  @Override
  public String title() {
    return "Stages";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return !run.stages().isEmpty();
  }

  @Override
  public void write(RunReport run, Markup out) {
    TimeScale scale = TimeScale.of(run);
    List<Long> ticks = scale.ticks(6);
    out.open("div", "class", "stage axis", "aria-hidden", "true");
    out.element("span", "", "class", "name").open("span", "class", "bar");
    Svg.openSilent(out, 16);
    Svg.axis(out, scale, ticks, 12, TimeScale::offset);
    out.close().close().element("span", "", "class", "took").close();
    list(run.stages(), 0, scale, ticks, out);
  }

  private void list(
      List<StageReport> stages, int depth, TimeScale scale, List<Long> ticks, Markup out) {
    out.open("ul", "class", "stages");
    for (StageReport stage : stages) {
      out.open("li");
      row(stage, depth, scale, ticks, out);
      if (stage.error() != null) {
        out.element("p", stage.error(), "class", "error");
      }
      if (!stage.children().isEmpty()) {
        list(stage.children(), depth + 1, scale, ticks, out);
      }
      out.close();
    }
    out.close();
  }

  private void row(StageReport stage, int depth, TimeScale scale, List<Long> ticks, Markup out) {
    Badge badge = Badge.of(stage.result());
    out.open("div", "class", "stage depth-" + Math.min(depth, DEEPEST_STYLE));
    out.open("span", "class", "name");
    out.element("span", badge.sign(), "class", "sign " + badge.style(), "aria-hidden", "true");
    out.text(" " + stage.name());
    out.element("span", " " + Results.word(stage.result()), "class", wordStyle(badge)).close();
    out.open("span", "class", "bar");
    Svg.openSilent(out, BAR);
    Svg.grid(out, scale, ticks, 0, BAR);
    bar(stage, badge, scale, out);
    out.close().close();
    out.element("span", " " + took(stage), "class", "took").close();
  }

  private static void bar(StageReport stage, Badge badge, TimeScale scale, Markup out) {
    if (wasSkipped(stage)) {
      return;
    }
    String x = scale.place(stage.startedMillis());
    long end = stage.startedMillis() + stage.durationMillis();
    String width = scale.width(stage.startedMillis(), end);
    Svg.bar(out, x, 2, width, BAR - 4, colour(badge), "span-" + badge.style());
  }

  private static String took(StageReport stage) {
    return wasSkipped(stage) ? "–" : HumanTime.duration(stage.durationMillis());
  }

  private static boolean wasSkipped(StageReport stage) {
    return "NOT_BUILT".equals(stage.result()) && stage.durationMillis() == 0;
  }

  /** What passed is the rule and is said to those who listen only; the rest is said to all. */
  private static String wordStyle(Badge badge) {
    return badge == Badge.GOOD ? "aside quiet" : "aside";
  }

  private static String colour(Badge badge) {
    return switch (badge) {
      case GOOD -> "#2e9e6b";
      case CAUTION -> "#c98a1b";
      case BAD -> "#cf3f36";
      default -> "#8d97a5";
    };
  }
}
