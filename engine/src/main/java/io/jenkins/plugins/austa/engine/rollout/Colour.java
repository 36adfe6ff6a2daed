package io.jenkins.plugins.austa.engine.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** One of the two places a revision can live in. */
public enum Colour {
  BLUE("blue"),
  GREEN("green");

  private final String text;

  Colour(String text) {
    this.text = text;
  }

  public Colour other() {
    return this == BLUE ? GREEN : BLUE;
  }

  /** As in labels and object names: lower case. */
  @Override
  @JsonValue
  public String toString() {
    return text;
  }

  public static Optional<Colour> parse(String text) {
    for (Colour colour : values()) {
      if (colour.text.equals(text)) {
        return Optional.of(colour);
      }
    }
    return Optional.empty();
  }

  @JsonCreator
  static Colour of(String text) {
    return parse(text)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is neither blue nor green"));
  }
}
