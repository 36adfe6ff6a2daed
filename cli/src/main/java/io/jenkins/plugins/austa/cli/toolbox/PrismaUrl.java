package io.jenkins.plugins.austa.cli.toolbox;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Reads the connection URL that Prisma takes: {@code
 * postgresql://user:password@host:port/database?schema=public}.
 */
final class PrismaUrl {

  private PrismaUrl() {}

  static Connection connect(String url) throws SQLException {
    if (url == null) {
      throw new SQLException(
          "DATABASE_URL is not set; it comes from the environment's database credential");
    }
    URI parsed = URI.create(url);
    String[] login =
        parsed.getUserInfo() == null ? new String[] {""} : parsed.getUserInfo().split(":", 2);
    Properties properties = new Properties();
    properties.setProperty("user", login[0]);
    if (login.length > 1) {
      properties.setProperty("password", login[1]);
    }
    properties.setProperty("connectTimeout", "10");
    // One string with several statements goes to the server as it is, as Prisma's engine sends it.
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(
        "jdbc:postgresql://" + parsed.getHost() + ":" + parsed.getPort() + parsed.getPath(),
        properties);
  }
}
