package io.jenkins.plugins.austa.engine.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads YAML (1.1, as Jackson's parser reads it) into nodes with line numbers. Duplicate keys,
 * aliases and a second document are mistakes: each of them would silently mean something else than
 * what was written.
 */
final class YamlReader {
  private static final YAMLFactory FACTORY = new YAMLFactory();
  private static final int MAX_DEPTH = 32;

  private final String file;
  private final YAMLParser parser;
  private final List<ConfigProblem> problems;

  private YamlReader(String file, YAMLParser parser, List<ConfigProblem> problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Reads one document.
   *
   * @param file the name shown in problems
   * @param text the YAML
   * @param problems receives what is wrong
   * @return the root; an empty mapping when the text holds nothing or cannot be read
   */
  static YamlNode read(String file, String text, List<ConfigProblem> problems) {
    YamlNode nothing = new YamlNode.Mapping(Map.of(), 1);
    try (YAMLParser parser = FACTORY.createParser(text)) {
      YamlReader reader = new YamlReader(file, parser, problems);
      if (parser.nextToken() == null) {
        return nothing;
      }
      YamlNode root = reader.value("", 0);
      if (parser.nextToken() != null) {
        reader.problem("", "a second YAML document starts here; only one is read, so remove it");
      }
      return root instanceof YamlNode.Scalar s && s.isNull() ? nothing : root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(new ConfigProblem(file, line, "", "is not valid YAML: " + firstLine(e)));
      return nothing;
    } catch (IOException e) {
      throw new IllegalStateException("reading " + file + " from memory cannot fail", e);
    }
  }

  private YamlNode value(String key, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      problem(key, "is nested deeper than " + MAX_DEPTH + " levels");
      parser.skipChildren();
      return new YamlNode.Scalar("", true, line());
    }
    JsonToken token = parser.currentToken();
    if (parser.isCurrentAlias()) {
      problem(key, "is a YAML alias (*name); aliases are not read here, so write the value out");
      return new YamlNode.Scalar("", true, line());
    }
    return switch (token) {
      case START_OBJECT -> mapping(key, depth);
      case START_ARRAY -> sequence(key, depth);
      case VALUE_NULL -> new YamlNode.Scalar("", true, line());
      default -> new YamlNode.Scalar(parser.getText(), false, line());
    };
  }

  private YamlNode mapping(String key, int depth) throws IOException {
    int start = line();
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int nameLine = line();
      String full = key.isEmpty() ? name : key + "." + name;
      parser.nextToken();
      YamlNode value = value(full, depth + 1);
      if (entries.putIfAbsent(name, new YamlNode.Entry(value, nameLine)) != null) {
        problems.add(
            new ConfigProblem(
                file,
                nameLine,
                full,
                "is given twice (first on line " + entries.get(name).line() + "); keep one"));
      }
    }
    return new YamlNode.Mapping(entries, start);
  }

  private YamlNode sequence(String key, int depth) throws IOException {
    int start = line();
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(key + "[" + items.size() + "]", depth + 1));
    }
    return new YamlNode.Sequence(items, start);
  }

  private void problem(String key, String message) {
    problems.add(new ConfigProblem(file, line(), key, message));
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private static String firstLine(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
