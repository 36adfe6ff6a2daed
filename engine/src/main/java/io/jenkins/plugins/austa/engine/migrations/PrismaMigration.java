package io.jenkins.plugins.austa.engine.migrations;

import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.util.Objects;

/**
 * One migration of a Prisma project.
 *
 * @param name its folder's name, such as {@code 20260102030405_add_visits}
 * @param sql the content of its {@code migration.sql}
 */
public record PrismaMigration(String name, String sql) {
  public PrismaMigration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sql, "sql");
  }

  /** SHA-256 of the file as lower-case hex: what Prisma writes into its table. */
  public String checksum() {
    return Sha256.of(sql);
  }

  /**
   * Whether a checksum from Prisma's table belongs to this file. A checkout that changed line ends
   * did not edit it.
   */
  public boolean hasChecksum(String recorded) {
    String unix = sql.replace("\r\n", "\n");
    return recorded.equals(checksum())
        || recorded.equals(Sha256.of(unix))
        || recorded.equals(Sha256.of(unix.replace("\n", "\r\n")));
  }
}
