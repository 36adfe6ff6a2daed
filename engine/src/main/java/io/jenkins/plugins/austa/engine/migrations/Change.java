package io.jenkins.plugins.austa.engine.migrations;

import java.io.Serializable;

/**
 * What one statement, or one action of an {@code ALTER TABLE}, means for the running version.
 *
 * @param migration the migration's folder name
 * @param line where the statement starts in {@code migration.sql}, counted from 1
 * @param statement the statement in one line, at most {@value #LONGEST} characters
 * @param compatibility what it means
 * @param reason why; for {@link Compatibility#EXPAND} what to be careful about, or empty
 */
public record Change(
    String migration, int line, String statement, Compatibility compatibility, String reason)
    implements Serializable {
  static final int LONGEST = 200;

  public Change {
    statement = bounded(statement);
  }

  /** For messages: file, line, statement and reason. */
  public String describe() {
    return migration + "/migration.sql line " + line + ": " + reason + " (" + statement + ")";
  }

  private static String bounded(String text) {
    String head = text.length() <= 4 * LONGEST ? text : text.substring(0, 4 * LONGEST);
    String line = head.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
