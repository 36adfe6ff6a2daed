package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.NotificationReport;
import io.jenkins.plugins.austa.engine.report.RunReport;

/** Messages to people, and whether they arrived. */
final class NotificationSection implements Section {
  @Override
  public String id() {
    return "notifications";
  }

  @Override
  public String title() {
    return "Notifications";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return !run.notifications().isEmpty();
  }

  @Override
  public void write(RunReport run, Markup out) {
    Table table =
        new Table(out, "Messages that were sent or tried", "Channel", "Message", "Result", "Why");
    for (NotificationReport message : run.notifications()) {
      table.row(
          Cell.text(message.channel()),
          cell -> cell.element("span", message.text(), "class", "message"),
          Cell.badge(message.delivered() ? "delivered" : "not delivered"),
          Cell.text(message.reason()));
    }
    table.end();
  }
}
