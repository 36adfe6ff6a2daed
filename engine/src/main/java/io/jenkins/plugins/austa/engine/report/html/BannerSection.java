package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunStory;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import java.util.List;

/** The top of the page: what happened, in one sentence, and of which run this is. */
final class BannerSection {
  void write(RunReport run, Markup out) {
    RunStory story = RunStory.of(run);
    out.open("header", "class", "banner " + badge(story).style());
    out.open("p", "class", "kicker");
    badge(story).write(out, Results.word(run.result()));
    out.element("span", " " + run.platform(), "class", "platform").close();
    out.element("h1", story.headline());
    facts(story.facts(), out);
    notLive(run.tools(), out);
    out.open("dl", "class", "about");
    about(run, out);
    out.close().close();
  }

  private static Badge badge(RunStory story) {
    return Badge.valueOf(story.tone().name());
  }

  private static void facts(List<RunStory.Fact> facts, Markup out) {
    if (facts.isEmpty()) {
      return;
    }
    out.open("dl", "class", "facts");
    facts.forEach(fact -> term(fact.label(), fact.value(), out));
    out.close();
  }

  private static void notLive(List<ToolReport> tools, Markup out) {
    List<String> names =
        tools.stream().filter(tool -> !tool.ranLive()).map(ToolReport::name).distinct().toList();
    if (names.isEmpty()) {
      return;
    }
    out.open("p", "class", "notice");
    Badge.CAUTION.write(out, "not everything ran live");
    out.text(" " + String.join(", ", names) + ": see ");
    out.element("a", "Tools", "href", "#tools").text(".").close();
  }

  private static void about(RunReport run, Markup out) {
    term("Branch", run.branch(), out);
    term("Commit", shortened(run.commit()), out);
    term("Version", run.version(), out);
    term("Started by", run.startedBy(), out);
    term("Started", run.startedAt() == null ? null : HumanTime.dateTime(run.startedAt()), out);
    term("Took", HumanTime.duration(run.durationMillis()), out);
    term("Pipeline steps", HumanTime.count(run.cpsSteps()), out);
  }

  private static void term(String label, String value, Markup out) {
    if (value != null && !value.isBlank()) {
      out.open("div").element("dt", label).element("dd", value).close();
    }
  }

  private static String shortened(String commit) {
    return commit != null && commit.length() > 12 ? commit.substring(0, 12) : commit;
  }
}
