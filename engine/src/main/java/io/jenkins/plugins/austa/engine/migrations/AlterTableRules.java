package io.jenkins.plugins.austa.engine.migrations;

import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import net.sf.jsqlparser.statement.alter.AlterExpression.ColumnDataType;
import net.sf.jsqlparser.statement.create.table.ForeignKeyIndex;
import net.sf.jsqlparser.statement.create.table.Index;

/** What each action of an {@code ALTER TABLE} means for the running version. */
final class AlterTableRules {
  private final NewObjects created;
  private final AddColumnRule addColumn;

  AlterTableRules(NewObjects created) {
    this.created = created;
    this.addColumn = new AddColumnRule(created);
  }

  /** One action; the same statement may hold several. */
  Ruling rule(String table, AlterExpression action) {
    if (created.isNewTable(table)) {
      return Ruling.expand();
    }
    return switch (action.getOperation()) {
      case ADD -> add(table, action);
      case DROP -> drop(table, action);
      case ALTER -> alter(table, action);
      case RENAME, RENAME_TABLE ->
          Ruling.breaking("it renames what the running version knows under the old name");
      case RENAME_CONSTRAINT, RENAME_INDEX, RENAME_KEY -> Ruling.expand();
      case UNSPECIFIC -> unspecific(action);
      default -> unknown();
    };
  }

  private Ruling add(String table, AlterExpression action) {
    if (action.getColDataTypeList() != null) {
      boolean certain = !action.toString().toUpperCase(Locale.ROOT).contains("IF NOT EXISTS");
      return addColumn.rule(table, action.getColDataTypeList(), certain);
    }
    Index index = action.getIndex();
    if (index == null) {
      return unknown();
    }
    if (created.escapes(table, columns(index))) {
      return Ruling.expand();
    }
    if (index instanceof ForeignKeyIndex) {
      return Ruling.breaking(
          "the new foreign key refuses rows that the running version may still write");
    }
    return Ruling.breaking(
        "the new constraint on an existing table refuses rows that the running version may still"
            + " write, and fails on rows that break it already");
  }

  /** A check constraint has no columns, not even an empty list. */
  private static List<String> columns(Index index) {
    return index.getColumns() == null ? List.of() : index.getColumnsNames();
  }

  private Ruling drop(String table, AlterExpression action) {
    if (action.getConstraintName() != null) {
      return SchemaName.of(action.getConstraintName()).endsWith("_fkey")
          ? Ruling.careful("rows may come that the dropped foreign key would have refused")
          : Ruling.breaking(
              "the running version may rely on the constraint, as upserts do on a unique one");
    }
    if (action.getColumnName() != null) {
      return created.isNewColumn(table, action.getColumnName())
          ? Ruling.expand()
          : Ruling.breaking("the running version still reads and writes the dropped column");
    }
    return unknown();
  }

  private Ruling alter(String table, AlterExpression action) {
    if (action.getColumnSetDefaultList() != null) {
      action.getColumnSetDefaultList().forEach(one -> fill(table, one.getColumnName(), true));
      return Ruling.expand();
    }
    if (action.getColumnDropDefaultList() != null) {
      return action.getColumnDropDefaultList().stream()
              .allMatch(one -> fill(table, one.getColumnName(), false))
          ? Ruling.expand()
          : Ruling.breaking("inserts of the running version rely on the default");
    }
    List<ColumnDataType> columns = action.getColDataTypeList();
    if (columns == null || columns.size() != 1) {
      return unknown();
    }
    return alterColumn(table, columns.get(0));
  }

  /** Whether the column is new and inserts that leave it out still succeed afterwards. */
  private boolean fill(String table, String column, boolean filled) {
    NewObjects.Column known = created.column(table, column);
    if (known == null) {
      return false;
    }
    NewObjects.Column now = new NewObjects.Column(filled, known.required());
    created.column(table, column, now);
    return now.harmless();
  }

  private Ruling require(String table, String column) {
    NewObjects.Column known = created.column(table, column);
    if (known == null || !known.filled()) {
      return Ruling.breaking("the running version may still write null there");
    }
    created.column(table, column, new NewObjects.Column(true, true));
    return Ruling.expand();
  }

  /** The parser reads {@code SET NOT NULL} and {@code TYPE x} as if they were types. */
  private Ruling alterColumn(String table, ColumnDataType column) {
    String what =
        column
            .toString()
            .substring(column.getColumnName().length())
            .strip()
            .toUpperCase(Locale.ROOT);
    if (what.equals("DROP NOT NULL")) {
      return Ruling.careful(
          "the running version may not expect null there: write none before it is retired");
    }
    if (what.equals("SET NOT NULL")) {
      return require(table, column.getColumnName());
    }
    if (what.startsWith("TYPE ") || what.startsWith("SET DATA TYPE ")) {
      return created.isNewColumn(table, column.getColumnName())
          ? Ruling.expand()
          : Ruling.breaking("the column's type changes under the running version");
    }
    return unknown();
  }

  private static Ruling unspecific(AlterExpression action) {
    String what = String.valueOf(action.getOptionalSpecifier()).toUpperCase(Locale.ROOT);
    return what.startsWith("VALIDATE CONSTRAINT ") ? Ruling.expand() : unknown();
  }

  private static Ruling unknown() {
    return Ruling.unknown("this kind of ALTER TABLE has no rule");
  }
}
