package io.jenkins.plugins.austa.engine.migrations;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules by words for PostgreSQL statements that JSqlParser does not understand but Prisma and its
 * users write. Each knows the whole family of statements it matches.
 */
final class WordRules {
  private final NewObjects created;

  WordRules(NewObjects created) {
    this.created = created;
  }

  Ruling rule(SqlStatement statement) {
    if (statement.starts("CREATE")) {
      return create(statement);
    }
    if (statement.starts("ALTER", "TABLE")) {
      return alterTable(statement);
    }
    if (statement.starts("ALTER", "TYPE")) {
      return alterType(statement);
    }
    if (statement.starts("ALTER", "INDEX") && statement.has("RENAME", "TO")) {
      return Ruling.expand();
    }
    if (statement.starts("DROP")) {
      return Ruling.breaking("the running version may still use what is dropped");
    }
    if (isTransaction(statement)) {
      return Ruling.expand();
    }
    return Ruling.unknown("it could not be parsed");
  }

  private Ruling create(SqlStatement statement) {
    if (statement.starts("CREATE", "INDEX") || statement.starts("CREATE", "EXTENSION")) {
      return Ruling.expand();
    }
    if (statement.starts("CREATE", "TYPE")) {
      return Ruling.expand();
    }
    if (statement.starts("CREATE", "UNIQUE", "INDEX")) {
      int on = statement.words().indexOf("ON");
      // With NULLS NOT DISTINCT a new, empty column saves nobody: only a new table does.
      return on < 0
          ? Ruling.unknown("it could not be parsed")
          : StatementRules.unique(created, tableAfter(statement, on), List.of());
    }
    return Ruling.unknown("it could not be parsed");
  }

  private Ruling alterTable(SqlStatement statement) {
    if (created.isNewTable(tableAfter(statement, 1))) {
      return Ruling.expand();
    }
    if (statement.has("DATA", "TYPE") || statement.has("TYPE")) {
      return Ruling.breaking("a column's type changes under the running version");
    }
    if (statement.has("ADD", "CONSTRAINT")) {
      return Ruling.breaking(
          "the new constraint refuses rows that the running version may still write");
    }
    return Ruling.unknown("it could not be parsed");
  }

  private static Ruling alterType(SqlStatement statement) {
    if (statement.has("ADD", "VALUE") && !statement.words().contains("RENAME")) {
      return Ruling.careful(
          "the running version does not know the new value: write none before it is retired");
    }
    return Ruling.breaking("the running version knows the type as it was");
  }

  private static boolean isTransaction(SqlStatement statement) {
    return statement.words().equals(List.of("BEGIN"))
        || statement.words().equals(List.of("BEGIN", "TRANSACTION"))
        || statement.words().equals(List.of("START", "TRANSACTION"))
        || statement.words().equals(List.of("END"));
  }

  /** The table's name after the word at {@code index}, its schema included. */
  private static String tableAfter(SqlStatement statement, int index) {
    List<String> rest =
        new ArrayList<>(statement.words().subList(index + 1, statement.words().size()));
    rest.removeAll(List.of("ONLY", "IF", "EXISTS"));
    if (rest.isEmpty()) {
      return "";
    }
    boolean qualified = rest.size() > 2 && rest.get(1).equals(".");
    return qualified ? rest.get(0) + "." + rest.get(2) : rest.get(0);
  }
}
