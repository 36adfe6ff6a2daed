package io.jenkins.plugins.austa.engine.migrations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Reading Prisma's folder, table and output; outputs here are hand-written in Prisma's words. */
public class PrismaTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final PrismaMigration FIRST = new PrismaMigration("1_init", "SELECT 1;\n");
  private static final PrismaMigration SECOND = new PrismaMigration("2_more", "SELECT 2;\n");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void migrationsAreReadInOrderAndTheLockFileIsNone() throws Exception {
    write("20260202_b/migration.sql", "B");
    write("20260101_a/migration.sql", "A");
    write("migration_lock.toml", "provider = \"postgresql\"");

    List<PrismaMigration> read = PrismaMigrations.read(folder.getRoot().toPath());

    assertEquals(
        List.of(new PrismaMigration("20260101_a", "A"), new PrismaMigration("20260202_b", "B")),
        read);
  }

  @Test
  public void folderWithoutSqlIsRefused() throws Exception {
    Files.createDirectory(folder.getRoot().toPath().resolve("20260101_a"));

    MigrationsException e =
        assertThrows(
            MigrationsException.class, () -> PrismaMigrations.read(folder.getRoot().toPath()));
    assertTrue(e.getMessage(), e.getMessage().contains("20260101_a"));
    assertEquals(List.of(), PrismaMigrations.read(folder.getRoot().toPath().resolve("none")));
  }

  @Test
  public void checksumSurvivesOtherLineEndsOnly() {
    assertEquals(
        "b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd", FIRST.checksum());
    assertTrue(new PrismaMigration("1_init", "SELECT 1;\r\n").hasChecksum(FIRST.checksum()));
    assertFalse(new PrismaMigration("1_init", "SELECT 1; \n").hasChecksum(FIRST.checksum()));
  }

  @Test
  public void historyTellsAppliedFromPending() {
    PrismaHistory history = PrismaHistory.of(List.of(FIRST, SECOND), List.of(done(FIRST)));

    assertEquals(List.of(FIRST), history.applied());
    assertEquals(List.of(SECOND), history.pending());
    assertEquals(List.of(), history.obstacles());
  }

  @Test
  public void rolledBackMigrationIsPendingAgain() {
    PrismaTable.Row rolledBack = new PrismaTable.Row("1_init", FIRST.checksum(), null, NOON);

    assertEquals(List.of(FIRST), PrismaHistory.of(List.of(FIRST), List.of(rolledBack)).pending());
    assertEquals(
        List.of(), PrismaHistory.of(List.of(FIRST), List.of(rolledBack, done(FIRST))).pending());
  }

  @Test
  public void failedEditedAndMissingMigrationsAreObstacles() {
    PrismaHistory history =
        PrismaHistory.of(
            List.of(FIRST, SECOND),
            List.of(
                new PrismaTable.Row("1_init", "other", NOON, null),
                new PrismaTable.Row("2_more", SECOND.checksum(), null, null),
                new PrismaTable.Row("0_gone", "x", NOON, null)));

    assertEquals(List.of("1_init"), history.edited());
    assertEquals(List.of("2_more"), history.failed());
    assertEquals(List.of("0_gone"), history.missing());
    assertEquals(3, history.obstacles().size());
  }

  @Test
  public void tableIsReadThroughJdbc() throws Exception {
    List<PrismaTable.Row> rows =
        PrismaTable.read(
            connection(
                List.<Object[]>of(
                    new Object[] {"1_init", "abc", Timestamp.from(NOON), null},
                    new Object[] {"2_more", "def", null, null})),
            "pub\"lic");

    assertEquals(
        List.of(
            new PrismaTable.Row("1_init", "abc", NOON, null),
            new PrismaTable.Row("2_more", "def", null, null)),
        rows);
    assertEquals(List.of(), PrismaTable.read(failing("42P01"), "public"));
    assertThrows(SQLException.class, () -> PrismaTable.read(failing("28P01"), "public"));
  }

  @Test
  public void statusUpToDateNeedsBothWordsAndExitCode() {
    String words = "2 migrations found in prisma/migrations\n\nDatabase schema is up to date!\n";

    assertEquals(PrismaStatus.State.UP_TO_DATE, PrismaStatus.read(0, words).state());
    assertEquals(PrismaStatus.State.UNCLEAR, PrismaStatus.read(1, words).state());
    assertEquals(PrismaStatus.State.UNCLEAR, PrismaStatus.read(0, "").state());
  }

  @Test
  public void statusListsWhatIsPending() {
    for (String heading : List.of("Following migrations have", "Following migration have")) {
      PrismaStatus status =
          PrismaStatus.read(
              1,
              "2 migrations found in prisma/migrations\n"
                  + heading
                  + " not yet been applied:\n20260101_a\n20260202_b\n\n"
                  + "To apply migrations in production run prisma migrate deploy.\n");

      assertEquals(PrismaStatus.State.PENDING, status.state());
      assertEquals(List.of("20260101_a", "20260202_b"), status.pending());
    }
  }

  @Test
  public void statusTellsFailedDivergedAndUnmanaged() {
    PrismaStatus failed =
        PrismaStatus.read(
            1, "\u001B[31mFollowing migration have failed:\u001B[0m\n20260101_a\n\nDuring");
    assertEquals(PrismaStatus.State.FAILED, failed.state());
    assertEquals(List.of("20260101_a"), failed.failed());
    assertEquals(
        PrismaStatus.State.DIVERGED,
        PrismaStatus.read(
                1,
                "Your local migration history and the migrations table from your database are"
                    + " different:\n\nThe migrations have not yet been applied:\nx\n")
            .state());
    assertEquals(
        PrismaStatus.State.UNMANAGED,
        PrismaStatus.read(1, "The current database is not managed by Prisma Migrate.").state());
    assertEquals(
        PrismaStatus.State.UNCLEAR,
        PrismaStatus.read(1, "Error: P1001: Can't reach database server").state());
  }

  @Test
  public void deployListsWhatItApplied() {
    PrismaDeploy deploy =
        PrismaDeploy.read(
            0,
            "Applying migration `1_init`\nApplying migration `2_more`\n\n"
                + "All migrations have been successfully applied.\n");

    assertTrue(deploy.succeeded());
    assertEquals(List.of("1_init", "2_more"), deploy.applied());
    assertTrue(PrismaDeploy.read(0, "No pending migrations to apply.").succeeded());
  }

  @Test
  public void deployThatFailsNamesTheMigrationAndTheDatabasesWords() {
    PrismaDeploy deploy =
        PrismaDeploy.read(
            1,
            """
            Applying migration `1_init`
            Applying migration `2_more`
            Error: P3018

            A migration failed to apply. New migrations cannot be applied before the error is recovered from.

            Migration name: 2_more

            Database error code: 23502

            Database error:
            ERROR: column "slug" of relation "Note" contains null values
            """);

    assertFalse(deploy.succeeded());
    assertEquals(List.of("1_init"), deploy.applied());
    assertEquals("2_more", deploy.failedMigration());
    assertEquals("P3018", deploy.code());
    assertEquals(
        "ERROR: column \"slug\" of relation \"Note\" contains null values", deploy.reason());
    assertTrue(deploy.whatToDo().contains("resolve --rolled-back 2_more"));
  }

  @Test
  public void deployAfterAFailureNamesTheEarlierMigration() {
    PrismaDeploy deploy =
        PrismaDeploy.read(
            1,
            "Error: P3009\n\nmigrate found failed migrations in the target database, new migrations"
                + " will not be applied.\nThe `2_more` migration started at 2026-11-23 12:00:00 UTC"
                + " failed\n");

    assertEquals("P3009", deploy.code());
    assertEquals("2_more", deploy.failedMigration());
    assertEquals(List.of(), deploy.applied());
  }

  @Test
  public void deployThatEndsInTheMiddleDidNotSucceed() {
    PrismaDeploy killed = PrismaDeploy.read(137, "Applying migration `1_init`\n");
    assertFalse(killed.succeeded());
    assertEquals("1_init", killed.failedMigration());
    assertNull(killed.code());
    assertFalse(PrismaDeploy.read(0, "").succeeded());
    assertFalse(PrismaDeploy.read(1, "All migrations have been successfully applied.").succeeded());
  }

  @Test
  public void passwordsInOutputNeverShow() {
    PrismaDeploy deploy =
        PrismaDeploy.read(1, "Error: bad url postgresql://austa:s3cret@db:5432/cockpit");

    assertEquals("Error: bad url postgresql://***@db:5432/cockpit", deploy.reason());
  }

  private static PrismaTable.Row done(PrismaMigration migration) {
    return new PrismaTable.Row(migration.name(), migration.checksum(), NOON, null);
  }

  private void write(String name, String content) throws Exception {
    Path file = folder.getRoot().toPath().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static Connection connection(List<Object[]> rows) {
    Iterator<Object[]> iterator = rows.iterator();
    Object[][] current = new Object[1][];
    ResultSet result =
        fake(
            ResultSet.class,
            (name, args) -> {
              if (name.equals("next")) {
                boolean more = iterator.hasNext();
                current[0] = more ? iterator.next() : null;
                return more;
              }
              return name.startsWith("get") ? current[0][(int) args[0] - 1] : null;
            });
    PreparedStatement query =
        fake(PreparedStatement.class, (name, args) -> name.equals("executeQuery") ? result : null);
    return fake(
        Connection.class,
        (name, args) -> {
          assertTrue(args[0].toString().contains("\"pub\"\"lic\".\"_prisma_migrations\""));
          return query;
        });
  }

  private static Connection failing(String state) {
    return fake(
        Connection.class,
        (name, args) -> {
          throw new SQLException("no", state);
        });
  }

  private interface Call {
    Object answer(String method, Object[] args) throws SQLException;
  }

  private static <T> T fake(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> call.answer(method.getName(), args)));
  }
}
