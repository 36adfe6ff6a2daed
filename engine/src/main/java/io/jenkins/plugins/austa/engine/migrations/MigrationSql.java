package io.jenkins.plugins.austa.engine.migrations;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classifies a migration's statements. Only what a rule knows to be harmless is {@link
 * Compatibility#EXPAND}; a statement without a rule, or one that no parser understands, is {@link
 * Compatibility#UNKNOWN}.
 */
final class MigrationSql {
  private static final Logger LOGGER = LoggerFactory.getLogger(MigrationSql.class);

  private final NewObjects created = new NewObjects();
  private final AlterTableRules alterTable = new AlterTableRules(created);
  private final StatementRules parsed = new StatementRules(created);
  private final WordRules words = new WordRules(created);

  /** Classifies the next migration; those before it must have been given in order. */
  List<Change> classify(String migration, String sql) {
    List<Change> changes = new ArrayList<>();
    for (SqlStatement statement : SqlScript.split(sql)) {
      for (Ruling ruling : ruleSafely(statement)) {
        changes.add(
            new Change(
                migration,
                statement.line(),
                statement.text(),
                ruling.compatibility(),
                ruling.reason()));
      }
    }
    return changes;
  }

  /** A tree that a rule did not expect is one that nobody understands. */
  private List<Ruling> ruleSafely(SqlStatement statement) {
    try {
      return rule(statement);
    } catch (RuntimeException e) {
      LOGGER.debug("No rule reads the statement at line {}", statement.line(), e);
      return List.of(Ruling.unknown("it was parsed, but no rule understands it"));
    }
  }

  private List<Ruling> rule(SqlStatement statement) {
    Statement tree = parse(statement);
    if (tree instanceof Alter alter) {
      List<Ruling> rulings = new ArrayList<>();
      for (AlterExpression action : alter.getAlterExpressions()) {
        rulings.add(alterTable.rule(alter.getTable().getFullyQualifiedName(), action));
      }
      return rulings;
    }
    if (tree == null || tree instanceof UnsupportedStatement) {
      return List.of(words.rule(statement));
    }
    return List.of(parsed.rule(tree, statement));
  }

  private static Statement parse(SqlStatement statement) {
    try {
      return CCJSqlParserUtil.parse(statement.text());
    } catch (JSQLParserException | RuntimeException e) {
      LOGGER.debug("JSqlParser does not read the statement at line {}", statement.line(), e);
      return null;
    }
  }
}
