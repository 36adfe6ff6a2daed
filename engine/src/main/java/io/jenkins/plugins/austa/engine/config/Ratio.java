package io.jenkins.plugins.austa.engine.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A share between 0 and 1, written in YAML as a percentage ({@code 1%}) or as a fraction ({@code
 * 0.01}).
 *
 * @param value the share, 0 to 1
 */
public record Ratio(double value) {

  /** Refuses what is not between 0 and 1. */
  @JsonCreator
  public Ratio {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("is not between 0% and 100%");
    }
  }

  static Ratio parse(String text) {
    try {
      return text.endsWith("%")
          ? new Ratio(Double.parseDouble(text.substring(0, text.length() - 1).trim()) / 100)
          : new Ratio(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is not a percentage", e);
    }
  }

  /** The share as a number, for JSON. */
  @JsonValue
  public double value() {
    return value;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(value).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
