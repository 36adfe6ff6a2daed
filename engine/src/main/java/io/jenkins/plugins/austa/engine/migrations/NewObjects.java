package io.jenkins.plugins.austa.engine.migrations;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the pending migrations themselves have created so far. The running version does not know
 * these, so it cannot be hurt by what happens to them.
 */
final class NewObjects {
  private final Set<String> tables = new HashSet<>();
  private final Map<String, Column> columns = new HashMap<>();

  /**
   * A new column of an existing table.
   *
   * @param filled whether a row of the running version, which leaves it out, gets a value there
   * @param required whether null is refused
   */
  record Column(boolean filled, boolean required) {
    /** Whether inserts that leave the column out succeed. */
    boolean harmless() {
      return filled || !required;
    }
  }

  void table(String name) {
    tables.add(SchemaName.of(name));
  }

  boolean isNewTable(String name) {
    return tables.contains(SchemaName.of(name));
  }

  void column(String table, String column, Column as) {
    columns.put(key(table, column), as);
  }

  /** Null when the column existed before the pending migrations. */
  Column column(String table, String column) {
    return columns.get(key(table, column));
  }

  boolean isNewColumn(String table, String column) {
    return isNewTable(table) || column(table, column) != null;
  }

  /**
   * Whether rows of the running version escape a constraint over these columns, because one of them
   * is new and null in those rows.
   */
  boolean escapes(String table, Collection<String> constrained) {
    return isNewTable(table)
        || constrained.stream()
            .map(name -> column(table, name))
            .anyMatch(column -> column != null && !column.filled());
  }

  private static String key(String table, String column) {
    return SchemaName.of(table) + '\0' + SchemaName.of(column);
  }
}
