package io.jenkins.plugins.austa.cli.scene;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A real PostgreSQL on loopback with one empty database for each environment. */
final class Databases implements AutoCloseable {
  private final EmbeddedPostgres postgres;

  private Databases(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static Databases start(List<String> environments) throws IOException, SQLException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setPgBinaryResolver(new PostgresBinary()).start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String environment : environments) {
        statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(environment, true));
      }
      return new Databases(postgres);
    } catch (SQLException e) {
      postgres.close();
      throw e;
    }
  }

  /** The connection URL as Prisma takes it. */
  String url(String environment) {
    return "postgresql://postgres:postgres@127.0.0.1:"
        + postgres.getPort()
        + "/"
        + environment
        + "?schema=public";
  }

  /** The version of the server, for the report. */
  String version() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
