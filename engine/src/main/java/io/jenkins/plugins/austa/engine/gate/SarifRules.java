package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tool of one SARIF run and what it says of its rules. */
final class SarifRules {
  /** GitHub takes no more, and nobody can hold more than that for one tool. */
  static final int MOST = 25_000;

  private static final int LONGEST_ID = 512;

  private final ReportTokens tokens;
  private final List<Rule> inOrder = new ArrayList<>();
  private final Map<String, Rule> byId = new HashMap<>();
  private final int spare;
  private String tool;
  private int read;

  /**
   * @param spare how many more rules the whole file may have
   */
  SarifRules(ReportTokens tokens, int spare) {
    this.tokens = tokens;
    this.spare = spare;
  }

  int size() {
    return read;
  }

  /** What a result takes from its rule unless it says something else. */
  static final class Rule {
    private String id;
    String level;
    double score = Double.NaN;
    String title;
  }

  /** The tool's name. */
  String tool() {
    return tool;
  }

  /** The rule by its place in the tool's list, else by its id; never null. */
  Rule rule(int index, String id) {
    if (index >= 0 && index < inOrder.size()) {
      return inOrder.get(index);
    }
    Rule rule = id == null ? null : byId.get(id);
    // A result may name a part of a rule: "CA1000/1" is one of CA1000 (SARIF 3.52.4).
    int slash = id == null ? -1 : id.lastIndexOf('/');
    if (rule == null && slash > 0) {
      rule = byId.get(id.substring(0, slash));
    }
    return rule == null ? new Rule() : rule;
  }

  String idOf(Rule rule) {
    return rule.id;
  }

  void read() throws IOException, BrokenReportException {
    tokens.object(
        name -> {
          if (name.equals("tool")) {
            tokens.object(
                part -> {
                  switch (part) {
                    case "driver" -> tokens.object(this::driver);
                    case "extensions" -> tokens.array(() -> tokens.object(this::extension));
                    default -> {}
                  }
                });
          }
        });
    if (tool == null || tool.isBlank()) {
      throw tokens.broken("a run names no tool", ReportTokens.SCAN_AGAIN);
    }
  }

  private void driver(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "name" -> tool = tokens.text();
      case "rules" -> tokens.array(() -> inOrder.add(rule()));
      default -> {}
    }
  }

  private void extension(String name) throws IOException, BrokenReportException {
    if (name.equals("rules")) {
      tokens.array(this::rule);
    }
  }

  private Rule rule() throws IOException, BrokenReportException {
    Rule rule = new Rule();
    tokens.object(name -> field(name, rule));
    if (rule.id == null || rule.id.length() > LONGEST_ID) {
      throw tokens.broken("a rule has no id, or a very long one", ReportTokens.SCAN_AGAIN);
    }
    byId.putIfAbsent(rule.id, rule);
    if (++read > spare) {
      throw tokens.broken("there are more than " + MOST + " rules", "Give fewer at a time");
    }
    return rule;
  }

  private void field(String name, Rule rule) throws IOException, BrokenReportException {
    switch (name) {
      case "id" -> rule.id = tokens.text();
      case "defaultConfiguration" ->
          tokens.object(
              part -> {
                if (part.equals("level")) {
                  rule.level = tokens.text();
                }
              });
      case "shortDescription" ->
          tokens.object(
              part -> {
                if (part.equals("text")) {
                  rule.title = ReportTokens.bounded(String.valueOf(tokens.text()));
                }
              });
      case "properties" -> tokens.object(part -> score(part, rule));
      default -> {}
    }
  }

  private void score(String name, Rule rule) throws IOException, BrokenReportException {
    if (name.equals(SarifSeverity.SCORE)) {
      rule.score = SarifSeverity.score(tokens);
    }
  }
}
