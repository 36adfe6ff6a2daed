package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import java.util.List;

/** Outside tools, and plainly which of them did not run. */
final class ToolSection implements Section {
  @Override
  public String id() {
    return "tools";
  }

  @Override
  public String title() {
    return "Tools";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return !run.tools().isEmpty();
  }

  @Override
  public void write(RunReport run, Markup out) {
    List<ToolReport> notLive = run.tools().stream().filter(tool -> !tool.ranLive()).toList();
    if (!notLive.isEmpty()) {
      out.element(
          "p",
          "A recorded tool did not run: its output was made earlier and replayed. "
              + "A stand-in did the work of the tool that it is named for.",
          "class",
          "summary");
    }
    Table table = new Table(out, "Outside tools", "Tool", "How it ran", "Provenance");
    for (ToolReport tool : run.tools()) {
      table.row(
          Cell.text(tool.name()),
          cell -> Badge.of(tool.how()).write(cell, tool.how() == null ? "unknown" : tool.how()),
          Cell.text(tool.provenance()));
    }
    table.end();
  }
}
