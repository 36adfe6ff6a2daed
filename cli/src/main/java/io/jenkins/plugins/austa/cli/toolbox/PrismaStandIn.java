package io.jenkins.plugins.austa.cli.toolbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code npx prisma migrate status|deploy} for a machine without Prisma: applies the same SQL files
 * to the same database and keeps the same book, in Prisma's words. It is not Prisma; the report
 * says so.
 */
public final class PrismaStandIn implements Tool {

  @Override
  public String name() {
    return "npx";
  }

  @Override
  public Optional<String> onlyFor() {
    return Optional.of("prisma");
  }

  @Override
  public How how() {
    return How.STAND_IN;
  }

  @Override
  public String provenance() {
    return "applies prisma/migrations to the real database by JDBC, in Prisma's order and with Prisma's"
        + " book of migrations; Prisma itself is not installed";
  }

  @Override
  public int run(ToolCall call) throws IOException, SQLException {
    boolean known =
        call.arguments().size() >= 3
            && call.arguments().subList(0, 2).equals(List.of("prisma", "migrate"));
    if (!known) {
      call.err()
          .println("npx (stand-in): only \"npx prisma migrate status|deploy\" is answered here");
      return 127;
    }
    Path schema = call.directory().resolve(orDefault(call.option("--schema")));
    List<Path> migrations = migrations(schema.resolveSibling("migrations"));
    try (Connection connection = PrismaUrl.connect(call.environment().get("DATABASE_URL"))) {
      MigrationBook book = MigrationBook.open(connection);
      call.out().println("Prisma schema loaded from " + orDefault(call.option("--schema")));
      call.out().println(migrations.size() + " migrations found in prisma/migrations\n");
      return switch (call.arguments().get(2)) {
        case "status" -> status(book, migrations, call);
        case "deploy" -> deploy(book, migrations, call);
        default ->
            throw new IOException(
                "\"prisma migrate " + call.arguments().get(2) + "\" is not known here");
      };
    }
  }

  /** Applies the first migrations of a folder, as an earlier run would have. */
  public static void applyFirst(Path folder, String databaseUrl, int count)
      throws IOException, SQLException {
    try (Connection connection = PrismaUrl.connect(databaseUrl)) {
      MigrationBook book = MigrationBook.open(connection);
      for (Path migration : migrations(folder).stream().limit(count).toList()) {
        book.apply(migration);
      }
    }
  }

  private static int status(MigrationBook book, List<Path> migrations, ToolCall call)
      throws SQLException {
    if (book.failed().isPresent()) {
      call.out().println("Following migration have failed:\n" + book.failed().get());
      return 1;
    }
    List<Path> pending = book.pending(migrations);
    if (pending.isEmpty()) {
      call.out().println("Database schema is up to date!");
      return 0;
    }
    call.out()
        .println(
            pending.size() == 1
                ? "Following migration have not yet been applied:"
                : "Following migrations have not yet been applied:");
    pending.forEach(migration -> call.out().println(migration.getFileName()));
    call.out().println("\nTo apply migrations in production run prisma migrate deploy.");
    return 1;
  }

  private static int deploy(MigrationBook book, List<Path> migrations, ToolCall call)
      throws SQLException, IOException {
    if (book.failed().isPresent()) {
      call.err()
          .println(
              "Error: P3009\n\nmigrate found failed migrations in the target database, new migrations will"
                  + " not be applied.\nThe `"
                  + book.failed().get()
                  + "` migration started at "
                  + book.startOfFailed()
                  + " failed");
      return 1;
    }
    List<Path> pending = book.pending(migrations);
    if (pending.isEmpty()) {
      call.out().println("\nNo pending migrations to apply.");
      return 0;
    }
    for (Path migration : pending) {
      call.out().println("Applying migration `" + migration.getFileName() + "`");
      try {
        book.apply(migration);
      } catch (SQLException e) {
        refuse(migration, e, call);
        return 1;
      }
    }
    call.out().println("\nThe following migration(s) have been applied:\n\nmigrations/");
    pending.forEach(
        one -> call.out().println("  └─ " + one.getFileName() + "/\n    └─ migration.sql"));
    call.out().println("\nAll migrations have been successfully applied.");
    return 0;
  }

  private static void refuse(Path migration, SQLException e, ToolCall call) {
    call.err()
        .println(
            "Error: P3018\n\nA migration failed to apply. New migrations cannot be applied before the error"
                + " is recovered from.\n\nMigration name: "
                + migration.getFileName()
                + "\n\nDatabase error code: "
                + e.getSQLState()
                + "\n\nDatabase error:\n"
                + e.getMessage());
  }

  private static List<Path> migrations(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("migration.sql")))
          .sorted()
          .toList();
    }
  }

  private static String orDefault(String schema) {
    return schema == null ? "prisma/schema.prisma" : schema;
  }
}
