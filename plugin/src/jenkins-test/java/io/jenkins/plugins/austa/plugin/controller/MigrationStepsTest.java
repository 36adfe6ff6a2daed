package io.jenkins.plugins.austa.plugin.controller;

import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code austaMigrations} and {@code austaMigrated} on Jenkins. */
public class MigrationStepsTest {
  private static final String NAME = "20260101000000_first";
  private static final String PENDING =
      "Following migration have not yet been applied:\n" + NAME + "\n";
  private static final String CONFIG =
      """
      platform: shop
      services: {backend: {kind: node, migrations: prisma/migrations, checks: {unit: {run: 'true'}}}}
      """;

  @ClassRule public static final JenkinsRule jenkins = new JenkinsRule();

  @Test
  public void aChangeThatBothVersionsCanLiveWithIsLetThrough() throws Exception {
    Pipelines.assertSays(
        jenkins,
        migrating("CREATE TABLE a (id INT PRIMARY KEY);", judged(PENDING, 1)),
        "staging: 1 pending migrations of backend");
  }

  @Test
  public void aChangeThatBreaksTheRunningVersionIsRefused() throws Exception {
    Pipelines.assertFails(
        jenkins,
        migrating("DROP TABLE a;", judged(PENDING, 1)),
        "The migrations of backend are refused");
  }

  @Test
  public void aDatabaseThatCannotBeAskedIsNotFitToBeMigrated() throws Exception {
    Pipelines.assertFails(
        jenkins,
        migrating("SELECT 1;", judged("Error: P1001: Can't reach database server", 1)),
        "is not fit to be migrated");
  }

  @Test
  public void aStatusThatNobodyWroteDownIsNoStatus() throws Exception {
    Pipelines.assertFails(
        jenkins,
        migrating("SELECT 1;", "austaMigrations(environment: 'staging', service: 'backend', exitCode: 0)"),
        ".austa/migrate-staging-backend-status.log");
  }

  @Test
  public void migrationsThatWereAppliedAreCounted() throws Exception {
    Pipelines.assertSays(
        jenkins,
        migrating(
            "SELECT 1;",
            applied(
                "Applying migration `" + NAME + "`\nAll migrations have been successfully applied.",
                0)),
        "staging: 1 migrations of backend applied");
  }

  @Test
  public void aMigrationThatFailedStopsTheRun() throws Exception {
    Pipelines.assertFails(
        jenkins,
        migrating(
            "SELECT 1;",
            applied("Applying migration `" + NAME + "`\nError: P3018\n\nMigration name: " + NAME, 1)),
        "Migrating staging failed in " + NAME);
  }

  private static String migrating(String sql, String then) {
    String file = "backend/prisma/migrations/" + NAME + "/migration.sql";
    return "node { writeFile file: '" + file + "', text: '" + sql + "' }\n"
        + Pipelines.planned(CONFIG, then);
  }

  private static String judged(String status, int exitCode) {
    return step("austaMigrations", "-status.log", status, exitCode);
  }

  private static String applied(String output, int exitCode) {
    return step("austaMigrated", ".log", output, exitCode);
  }

  private static String step(String name, String log, String output, int exitCode) {
    return """
    writeFile file: '.austa/migrate-staging-backend%s', text: \"\"\"%s\"\"\"
    %s(environment: 'staging', service: 'backend', exitCode: %d)
    """
        .formatted(log, output, name, exitCode);
  }
}
