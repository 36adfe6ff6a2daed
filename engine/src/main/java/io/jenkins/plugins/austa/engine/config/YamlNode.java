package io.jenkins.plugins.austa.engine.config;

import java.util.List;
import java.util.Map;

/**
 * A YAML value that remembers the line it stands on, so that a mistake can be named with its place.
 */
sealed interface YamlNode {

  /** The line of the value's first character, from 1. */
  int line();

  /** What a user would call this kind of value. */
  String kind();

  /** Keys in the order of the file. */
  record Mapping(Map<String, Entry> entries, int line) implements YamlNode {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** One key of a mapping with the line of the key itself. */
  record Entry(YamlNode value, int line) {}

  /** A list in the order of the file. */
  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Text, a number, true or false, or nothing at all. */
  record Scalar(String text, boolean isNull, int line) implements YamlNode {
    @Override
    public String kind() {
      return isNull ? "nothing" : "\"" + text + "\"";
    }
  }
}
