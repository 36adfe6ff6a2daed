package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.ApprovalReport;
import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;

/** Who let the change in, or did not. */
final class ApprovalSection implements Section {
  @Override
  public String id() {
    return "approval";
  }

  @Override
  public String title() {
    return "Approval";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return !run.approvals().isEmpty();
  }

  @Override
  public void write(RunReport run, Markup out) {
    Table table =
        new Table(
            out,
            "Approvals by environment",
            "Environment",
            "Decision",
            "By",
            "At",
            "Reason",
            "Rules");
    for (ApprovalReport approval : run.approvals()) {
      table.row(
          Cell.text(approval.environment()),
          Cell.badge(approval.decision()),
          Cell.text(approval.approver()),
          Cell.text(approval.at() == null ? null : HumanTime.dateTime(approval.at())),
          Cell.text(approval.reason()),
          rules(approval));
    }
    table.end();
  }

  private static Cell rules(ApprovalReport approval) {
    return approval.overridden()
        ? out -> Badge.CAUTION.write(out, "overridden")
        : Cell.text("kept");
  }
}
