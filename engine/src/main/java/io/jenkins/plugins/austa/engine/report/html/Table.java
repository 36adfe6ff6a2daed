package io.jenkins.plugins.austa.engine.report.html;

/**
 * A table with a caption. On a narrow screen each row becomes a card with the column's name before
 * each value; the roles keep it a table for those who listen to it.
 */
final class Table {
  private final Markup out;
  private final String[] columns;

  /**
   * Opens the table.
   *
   * @param columns their headings; one that ends in {@code #} holds numbers
   */
  Table(Markup out, String caption, String... columns) {
    this.out = out;
    this.columns = columns.clone();
    out.open("div", "class", "scroll").open("table", "role", "table");
    out.element("caption", caption);
    out.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (String column : columns) {
      out.element(
          "th", heading(column), "scope", "col", "role", "columnheader", "class", style(column));
    }
    out.close().close().open("tbody", "role", "rowgroup");
  }

  Table row(Cell... cells) {
    out.open("tr", "role", "row");
    for (int i = 0; i < cells.length; i++) {
      // The span keeps the parts of one value together where the cell becomes a card's line.
      out.open("td", "role", "cell", "data-label", heading(columns[i]), "class", style(columns[i]));
      out.open("span", "class", "value");
      cells[i].write(out);
      out.close().close();
    }
    out.close();
    return this;
  }

  void end() {
    out.close().close().close();
  }

  private static String heading(String column) {
    return column.endsWith("#") ? column.substring(0, column.length() - 1) : column;
  }

  private static String style(String column) {
    return column.endsWith("#") ? "number" : null;
  }
}
