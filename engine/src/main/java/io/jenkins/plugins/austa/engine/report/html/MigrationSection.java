package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.MigrationReport;
import io.jenkins.plugins.austa.engine.report.RunReport;

/** Schema migrations by environment. */
final class MigrationSection implements Section {
  @Override
  public String id() {
    return "migrations";
  }

  @Override
  public String title() {
    return "Migrations";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return !run.migrations().isEmpty();
  }

  @Override
  public void write(RunReport run, Markup out) {
    Table table =
        new Table(
            out,
            "Migrations by environment",
            "Environment",
            "Migration",
            "Kind",
            "Result",
            "Detail",
            "Took#");
    for (MigrationReport migration : run.migrations()) {
      table.row(
          Cell.text(migration.environment()),
          Cell.code(migration.name()),
          Cell.text(migration.kind()),
          Cell.badge(migration.result()),
          Cell.text(migration.detail()),
          Cell.took(migration.durationMillis()));
    }
    table.end();
  }
}
