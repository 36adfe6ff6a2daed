package io.jenkins.plugins.austa.engine.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Prisma's table of migrations, {@value #NAME}. Its columns: {@code id} (text), {@code checksum}
 * (SHA-256 of {@code migration.sql} as hex), {@code finished_at} (null while it runs or when it
 * failed), {@code migration_name} (the folder's name), {@code logs} (the error), {@code
 * rolled_back_at} (set by {@code prisma migrate resolve --rolled-back}), {@code started_at}, {@code
 * applied_steps_count}. A migration that was rolled back and applied again has several rows.
 */
public final class PrismaTable {
  /** The table's name; it lies in the schema that {@code DATABASE_URL} names. */
  public static final String NAME = "_prisma_migrations";

  private static final String UNDEFINED_TABLE = "42P01";

  private PrismaTable() {}

  /**
   * One row.
   *
   * @param finishedAt null while it runs, or when it failed
   * @param rolledBackAt null unless it was resolved as rolled back
   */
  public record Row(String migration, String checksum, Instant finishedAt, Instant rolledBackAt) {
    boolean applied() {
      return finishedAt != null && rolledBackAt == null;
    }

    boolean failed() {
      return finishedAt == null && rolledBackAt == null;
    }
  }

  /**
   * Reads the rows in the order in which migrations were started. A database without the table has
   * no rows.
   *
   * @param schema usually {@code public}
   */
  public static List<Row> read(Connection connection, String schema) throws SQLException {
    String table = quoted(schema) + "." + quoted(NAME);
    String sql =
        "SELECT migration_name, checksum, finished_at, rolled_back_at FROM "
            + table
            + " ORDER BY started_at, migration_name";
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      List<Row> all = new ArrayList<>();
      while (rows.next()) {
        all.add(
            new Row(
                rows.getString(1),
                rows.getString(2),
                instant(rows.getTimestamp(3)),
                instant(rows.getTimestamp(4))));
      }
      return all;
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return List.of();
      }
      throw e;
    }
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
