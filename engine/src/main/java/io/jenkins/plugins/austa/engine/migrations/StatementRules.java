package io.jenkins.plugins.austa.engine.migrations;

import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.statement.Commit;
import net.sf.jsqlparser.statement.SetStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.comment.Comment;
import net.sf.jsqlparser.statement.create.index.CreateIndex;
import net.sf.jsqlparser.statement.create.schema.CreateSchema;
import net.sf.jsqlparser.statement.create.sequence.CreateSequence;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.drop.Drop;
import net.sf.jsqlparser.statement.grant.Grant;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.truncate.Truncate;
import net.sf.jsqlparser.statement.update.Update;

/** What each statement that JSqlParser understands, except {@code ALTER TABLE}, means. */
final class StatementRules {
  private final NewObjects created;

  StatementRules(NewObjects created) {
    this.created = created;
  }

  Ruling rule(Statement tree, SqlStatement statement) {
    if (tree instanceof CreateTable table) {
      // One that may have existed, or that only shadows another, does not count as new.
      if (!table.isIfNotExists() && !statement.has("TEMP") && !statement.has("TEMPORARY")) {
        created.table(table.getTable().getFullyQualifiedName());
      }
      return Ruling.expand();
    }
    if (tree instanceof CreateIndex index) {
      return index(index);
    }
    if (tree instanceof CreateView) {
      return statement.has("OR", "REPLACE")
          ? Ruling.breaking("it replaces a view that the running version may read")
          : Ruling.expand();
    }
    if (tree instanceof Drop drop) {
      return drop(drop);
    }
    if (tree instanceof Insert || tree instanceof Update) {
      return data(tree, statement);
    }
    if (tree instanceof Delete || tree instanceof Truncate) {
      return Ruling.breaking("it deletes rows that the running version may need");
    }
    if (tree instanceof SetStatement) {
      return setting(statement);
    }
    return isHarmless(tree)
        ? Ruling.expand()
        : Ruling.unknown("this kind of statement has no rule");
  }

  private static boolean isHarmless(Statement tree) {
    return tree instanceof CreateSchema
        || tree instanceof CreateSequence
        || tree instanceof Comment
        || tree instanceof Commit
        || tree instanceof Grant;
  }

  private Ruling index(CreateIndex index) {
    String type = index.getIndex().getType();
    if (type == null || !type.toUpperCase(Locale.ROOT).contains("UNIQUE")) {
      return Ruling.expand();
    }
    return unique(
        created, index.getTable().getFullyQualifiedName(), index.getIndex().getColumnsNames());
  }

  static Ruling unique(NewObjects created, String table, List<String> columns) {
    return created.escapes(table, columns)
        ? Ruling.expand()
        : Ruling.breaking(
            "the new unique index on an existing table refuses rows that the running version may"
                + " still write, and fails on rows that are double already");
  }

  private Ruling drop(Drop drop) {
    String name = drop.getName().getFullyQualifiedName();
    if (drop.getType().equalsIgnoreCase("INDEX")) {
      return dropIndex(name);
    }
    return created.isNewTable(name)
        ? Ruling.expand()
        : Ruling.breaking(
            "the running version may still use the dropped "
                + drop.getType().toLowerCase(Locale.ROOT));
  }

  /** Prisma ends the names of plain indexes in {@code _idx} and those of unique ones in _key. */
  static Ruling dropIndex(String name) {
    return SchemaName.of(name).endsWith("_idx")
        ? Ruling.careful("queries of the running version may become slow without the index")
        : Ruling.breaking("the index may be unique, and upserts of the running version rely on it");
  }

  private Ruling data(Statement tree, SqlStatement statement) {
    if (statement.words().contains("WITH") || statement.has("DO", "UPDATE")) {
      return Ruling.unknown("it may change rows beyond those it adds");
    }
    if (tree instanceof Insert) {
      return Ruling.careful("the running version will see the inserted rows");
    }
    Update update = (Update) tree;
    String table = update.getTable().getFullyQualifiedName();
    boolean onlyNew =
        update.getUpdateSets().stream()
            .flatMap(set -> set.getColumns().stream())
            .allMatch(column -> created.isNewColumn(table, column.getColumnName()));
    return onlyNew
        ? Ruling.expand()
        : Ruling.breaking("it changes data that the running version reads, with no way back");
  }

  private static Ruling setting(SqlStatement statement) {
    boolean timeout =
        statement.words().contains("LOCK_TIMEOUT")
            || statement.words().contains("STATEMENT_TIMEOUT");
    return timeout
        ? Ruling.expand()
        : Ruling.unknown("the setting may change what later statements mean");
  }
}
