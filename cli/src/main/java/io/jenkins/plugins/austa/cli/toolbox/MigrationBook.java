package io.jenkins.plugins.austa.cli.toolbox;

import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The table {@code _prisma_migrations}, with the columns that Prisma's schema engine makes
 * (schema-engine, {@code sql-schema-connector}, initialisation of the migrations table).
 */
final class MigrationBook {
  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS _prisma_migrations (
        id VARCHAR(36) PRIMARY KEY NOT NULL,
        checksum VARCHAR(64) NOT NULL,
        finished_at TIMESTAMPTZ,
        migration_name VARCHAR(255) NOT NULL,
        logs TEXT,
        rolled_back_at TIMESTAMPTZ,
        started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        applied_steps_count INTEGER NOT NULL DEFAULT 0
      )""";

  private static final String FAILED = "finished_at IS NULL AND rolled_back_at IS NULL";
  private static final String APPLIED = "finished_at IS NOT NULL AND rolled_back_at IS NULL";

  private final Connection connection;

  private MigrationBook(Connection connection) {
    this.connection = connection;
  }

  static MigrationBook open(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    return new MigrationBook(connection);
  }

  /** The migration that was begun and neither finished nor rolled back, if there is one. */
  Optional<String> failed() throws SQLException {
    return column("migration_name", FAILED).stream().findFirst();
  }

  /** When that migration was begun, in the database's words. */
  String startOfFailed() throws SQLException {
    return column("started_at", FAILED).stream().findFirst().orElse("an unknown time");
  }

  List<Path> pending(List<Path> migrations) throws SQLException {
    Set<String> applied = new HashSet<>(column("migration_name", APPLIED));
    return migrations.stream()
        .filter(one -> !applied.contains(String.valueOf(one.getFileName())))
        .toList();
  }

  void apply(Path migration) throws SQLException, IOException {
    String id = UUID.randomUUID().toString();
    String sql = Files.readString(migration.resolve("migration.sql"));
    update(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (?, ?, ?)",
        id,
        Sha256.of(sql),
        String.valueOf(migration.getFileName()));
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      update("UPDATE _prisma_migrations SET logs = ? WHERE id = ?", e.getMessage(), id);
      throw e;
    }
    update(
        "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = ?",
        id);
  }

  private List<String> column(String name, String where) throws SQLException {
    String query =
        "SELECT " + name + " FROM _prisma_migrations WHERE " + where + " ORDER BY started_at";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private void update(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
