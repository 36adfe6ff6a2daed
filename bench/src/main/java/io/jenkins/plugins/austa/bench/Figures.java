package io.jenkins.plugins.austa.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark found: a table for people, one JSON line for machines, and the limits. */
public final class Figures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Number> values = new LinkedHashMap<>();
  private final List<String[]> rows = new ArrayList<>();
  private boolean within = true;

  /** A figure without a limit. */
  public Figures add(String name, Number value, String meaning) {
    return row(name, value, meaning, "");
  }

  /** A figure that must not be larger than a limit. */
  public Figures atMost(double limit, String name, Number value, String meaning) {
    boolean kept = value.doubleValue() <= limit;
    within &= kept;
    return row(name, value, meaning, (kept ? "within " : "BEYOND ") + text(limit));
  }

  /** A figure that must not be smaller than a limit. */
  public Figures atLeast(double limit, String name, Number value, String meaning) {
    boolean kept = value.doubleValue() >= limit;
    within &= kept;
    return row(name, value, meaning, (kept ? "reaches " : "BELOW ") + text(limit));
  }

  /** Whether every figure is within its limit. */
  public boolean withinLimits() {
    return within;
  }

  /** Prints the table and the JSON line. */
  public void print(PrintStream out) {
    for (String[] row : rows) {
      out.printf("%-22s %12s  %-14s %s%n", row[0], row[1], row[2], row[3]);
    }
    out.println(json());
  }

  private Figures row(String name, Number value, String meaning, String limit) {
    Number rounded = rounded(value);
    values.put(name, rounded);
    rows.add(new String[] {name, text(rounded), limit, meaning});
    return this;
  }

  private static Number rounded(Number value) {
    return value instanceof Double real ? (Number) (Math.round(real * 1000) / 1000.0) : value;
  }

  private static String text(Number value) {
    return value instanceof Double real && real == Math.rint(real)
        ? String.valueOf(real.longValue())
        : String.valueOf(value);
  }

  private String json() {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers can always be written", e);
    }
  }
}
