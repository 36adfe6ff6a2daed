package io.jenkins.plugins.austa.cli.toolbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.migrations.PrismaDeploy;
import io.jenkins.plugins.austa.engine.migrations.PrismaHistory;
import io.jenkins.plugins.austa.engine.migrations.PrismaMigration;
import io.jenkins.plugins.austa.engine.migrations.PrismaMigrations;
import io.jenkins.plugins.austa.engine.migrations.PrismaStatus;
import io.jenkins.plugins.austa.engine.migrations.PrismaTable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The stand-in on a real PostgreSQL, judged by the readers that judge Prisma. */
public class PrismaStandInTest {
  private static EmbeddedPostgres postgres;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Path service;
  private Path migrations;

  @BeforeClass
  public static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterClass
  public static void stopPostgres() throws IOException {
    postgres.close();
  }

  @Before
  public void twoMigrationsAndAnEmptyDatabase() throws Exception {
    service = folder.getRoot().toPath();
    migrations = service.resolve("prisma/migrations");
    migration("1_init", "CREATE TABLE patient (id integer PRIMARY KEY);");
    migration("2_ward", "ALTER TABLE patient ADD COLUMN ward text;");
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
  }

  @Test
  public void tellsWhatIsPendingThenAppliesItThenHasNothingToDo() throws Exception {
    Call status = call("status");
    Call deploy = call("deploy");
    Call again = call("deploy");
    Call after = call("status");

    assertEquals(
        List.of("1_init", "2_ward"), PrismaStatus.read(status.exitCode, status.output).pending());
    PrismaDeploy applied = PrismaDeploy.read(deploy.exitCode, deploy.output);
    assertTrue(deploy.output, applied.succeeded());
    assertEquals(List.of("1_init", "2_ward"), applied.applied());
    assertTrue(again.output, PrismaDeploy.read(again.exitCode, again.output).succeeded());
    assertEquals(
        PrismaStatus.State.UP_TO_DATE, PrismaStatus.read(after.exitCode, after.output).state());
  }

  @Test
  public void namesTheMigrationThatFailsAndAppliesNoOtherBeforeItIsResolved() throws Exception {
    migration(
        "3_broken", "ALTER TABLE patient ADD COLUMN bed text; SELECT no_such_column FROM patient;");

    Call deploy = call("deploy");
    Call next = call("deploy");

    PrismaDeploy failed = PrismaDeploy.read(deploy.exitCode, deploy.output);
    assertFalse(deploy.output, failed.succeeded());
    assertEquals("3_broken", failed.failedMigration());
    assertEquals("P3018", failed.code());
    assertTrue(failed.reason(), failed.reason().contains("no_such_column"));
    PrismaDeploy refused = PrismaDeploy.read(next.exitCode, next.output);
    assertEquals("P3009", refused.code());
    assertEquals("3_broken", refused.failedMigration());
  }

  @Test
  public void keepsTheBookThatPrismaKeeps() throws Exception {
    call("deploy");

    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      PrismaHistory history =
          PrismaHistory.of(
              PrismaMigrations.read(migrations), PrismaTable.read(connection, "public"));
      assertEquals(
          List.of("1_init", "2_ward"),
          history.applied().stream().map(PrismaMigration::name).toList());
      assertTrue(history.obstacles().toString(), history.obstacles().isEmpty());
    }
  }

  private record Call(int exitCode, String output) {}

  private Call call(String verb) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    String url =
        "postgresql://postgres:postgres@127.0.0.1:"
            + postgres.getPort()
            + "/postgres?schema=public";
    ToolCall call =
        new ToolCall(
            "npx",
            List.of("prisma", "migrate", verb, "--schema", "prisma/schema.prisma"),
            service,
            Map.of("DATABASE_URL", url),
            out,
            out);
    return new Call(new PrismaStandIn().run(call), bytes.toString(StandardCharsets.UTF_8));
  }

  private void migration(String name, String sql) throws IOException {
    Path file = migrations.resolve(name).resolve("migration.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }
}
