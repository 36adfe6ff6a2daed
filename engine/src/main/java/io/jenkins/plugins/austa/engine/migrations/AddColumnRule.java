package io.jenkins.plugins.austa.engine.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.statement.alter.AlterExpression.ColumnDataType;

/** Whether inserts of the running version, which leave a new column out, still succeed. */
final class AddColumnRule {
  private final NewObjects created;

  AddColumnRule(NewObjects created) {
    this.created = created;
  }

  /**
   * @param certain whether the columns are new for sure, and not only if they did not exist
   */
  Ruling rule(String table, List<ColumnDataType> columns, boolean certain) {
    Ruling worst = Ruling.expand();
    for (ColumnDataType column : columns) {
      Ruling ruling = rule(table, column, certain);
      if (ruling.compatibility() != Compatibility.EXPAND) {
        worst = ruling;
      }
    }
    return worst;
  }

  private Ruling rule(String table, ColumnDataType column, boolean certain) {
    List<String> specs = upper(column.getColumnSpecs());
    boolean filled = hasDefault(specs) || isSerial(column) || specs.contains("GENERATED");
    boolean required = follows(specs, "NOT", "NULL") || specs.contains("PRIMARY");
    if (certain) {
      created.column(table, column.getColumnName(), new NewObjects.Column(filled, required));
    }
    if (required && !filled) {
      return Ruling.breaking(
          "the new column must not be null and has no default: inserts of the running version fail");
    }
    if (filled
        && (specs.contains("UNIQUE") || specs.contains("PRIMARY"))
        && !counts(column, specs)) {
      return Ruling.breaking(
          "every row of the running version gets the same default in a column that must be unique");
    }
    if (specs.contains("CHECK") && filled) {
      return Ruling.careful("check that the default passes the column's own check");
    }
    return Ruling.expand();
  }

  private static boolean hasDefault(List<String> specs) {
    int at = specs.indexOf("DEFAULT");
    return at >= 0 && at + 1 < specs.size() && !specs.get(at + 1).equals("NULL");
  }

  private static boolean counts(ColumnDataType column, List<String> specs) {
    return isSerial(column) || specs.contains("IDENTITY");
  }

  private static boolean isSerial(ColumnDataType column) {
    String type = String.valueOf(column.getColDataType().getDataType());
    return type.toUpperCase(Locale.ROOT).endsWith("SERIAL");
  }

  private static boolean follows(List<String> specs, String first, String second) {
    for (int i = 0; i + 1 < specs.size(); i++) {
      if (specs.get(i).equals(first) && specs.get(i + 1).equals(second)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> upper(List<String> specs) {
    List<String> all = new ArrayList<>();
    if (specs != null) {
      specs.forEach(spec -> all.add(spec.toUpperCase(Locale.ROOT)));
    }
    return all;
  }
}
