package io.jenkins.plugins.austa.engine.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The migrations of a Prisma project, as they lie in {@code prisma/migrations}. */
public final class PrismaMigrations {
  private PrismaMigrations() {}

  /**
   * Reads all migrations, in the order in which Prisma applies them.
   *
   * @param folder usually {@code prisma/migrations}; one that does not exist has no migrations
   * @throws MigrationsException when a migration's folder has no readable {@code migration.sql}
   */
  public static List<PrismaMigration> read(Path folder) throws MigrationsException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<PrismaMigration> migrations = new ArrayList<>();
    for (Path each : folders(folder)) {
      migrations.add(new PrismaMigration(String.valueOf(each.getFileName()), sql(each)));
    }
    return List.copyOf(migrations);
  }

  private static List<Path> folders(Path folder) throws MigrationsException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new MigrationsException(
          "Reading the migrations in "
              + folder
              + " failed. Check that the folder is readable for the build.",
          e);
    }
  }

  private static String sql(Path migration) throws MigrationsException {
    Path file = migration.resolve("migration.sql");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new MigrationsException(
          "Reading "
              + file
              + " failed: it is missing or not readable as UTF-8. Restore it from version control,"
              + " or delete the folder if the migration was never applied.",
          e);
    }
  }
}
