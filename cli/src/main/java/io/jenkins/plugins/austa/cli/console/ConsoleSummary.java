package io.jenkins.plugins.austa.cli.console;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunStory;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The closing lines of a run: what happened, which signal decided and when, which revision serves
 * now, how many requests failed, what did not run live, and where the reports are.
 */
public final class ConsoleSummary {
  private final List<String> lines;

  private ConsoleSummary(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * The summary of a run.
   *
   * @param runJson where {@code run.json} is; null when it was not written
   * @param reportHtml where {@code report.html} is; null when it was not written
   */
  public static ConsoleSummary of(RunReport run, Path runJson, Path reportHtml, Terminal terminal) {
    Style style = new Style(terminal);
    RunStory story = RunStory.of(run);
    List<RunStory.Fact> facts = new ArrayList<>(story.facts());
    tools("Recorded, not run", run.recordedTools(), facts);
    tools("Stand-ins", standIns(run), facts);
    facts.add(new RunStory.Fact("Took", took(run)));
    path("run.json", runJson, facts);
    path("Report", reportHtml, facts);
    List<String> lines = new ArrayList<>();
    lines.add(
        style.sign(run.result())
            + " "
            + style.painted(run.result())
            + "  "
            + style.bold(clean(story.headline(), style)));
    facts.forEach(fact -> lines.add(line(fact, facts, style)));
    return new ConsoleSummary(lines);
  }

  /** In the order in which to print them, without line ends. */
  public List<String> lines() {
    return lines;
  }

  private static void tools(String label, List<String> names, List<RunStory.Fact> facts) {
    if (!names.isEmpty()) {
      facts.add(new RunStory.Fact(label, String.join(", ", names)));
    }
  }

  private static List<String> standIns(RunReport run) {
    return run.tools().stream()
        .filter(tool -> ToolReport.STAND_IN.equals(tool.how()))
        .map(ToolReport::name)
        .distinct()
        .toList();
  }

  private static String took(RunReport run) {
    return HumanTime.duration(run.durationMillis())
        + ", "
        + HumanTime.count(run.cpsSteps(), "pipeline step");
  }

  private static void path(String label, Path path, List<RunStory.Fact> facts) {
    if (path != null) {
      facts.add(new RunStory.Fact(label, path.toString()));
    }
  }

  private static String line(RunStory.Fact fact, List<RunStory.Fact> all, Style style) {
    int widest = all.stream().mapToInt(other -> other.label().length()).max().orElse(0);
    String gap = " ".repeat(widest - fact.label().length() + 2);
    return "  " + style.dim(fact.label()) + gap + clean(fact.value(), style);
  }

  /** What comes from outside must not move the cursor here either. */
  private static String clean(String text, Style style) {
    return style.arriving(LogText.clean(text));
  }
}
