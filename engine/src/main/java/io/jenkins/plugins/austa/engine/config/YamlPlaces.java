package io.jenkins.plugins.austa.engine.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of a key, for what is found wrong only after all keys have been read. */
final class YamlPlaces {
  private static final Pattern PART = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)\\]");

  private final String file;
  private final YamlNode root;
  private final List<ConfigProblem> problems;

  /**
   * @param problems receives what is wrong
   */
  YamlPlaces(String file, YamlNode root, List<ConfigProblem> problems) {
    this.file = file;
    this.root = root;
    this.problems = problems;
  }

  /**
   * Notes a problem at the line of a key, or of the nearest key around it that stands in the file.
   *
   * @param key for example {@code environments.production.health.http[0].body}
   */
  void problem(String key, String message) {
    problems.add(new ConfigProblem(file, line(key), key, message));
  }

  private int line(String key) {
    YamlNode at = root;
    int line = root.line();
    Matcher part = PART.matcher(key);
    while (part.find()) {
      if (part.group(1) != null) {
        Optional<YamlNode.Entry> entry = entry(at, part.group(1));
        if (entry.isEmpty()) {
          return line;
        }
        line = entry.get().line();
        at = entry.get().value();
      } else if (at instanceof YamlNode.Sequence list) {
        at = list.items().get(Integer.parseInt(part.group(2)));
        line = at.line();
      }
    }
    return line;
  }

  private static Optional<YamlNode.Entry> entry(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping
        ? Optional.ofNullable(mapping.entries().get(key))
        : Optional.empty();
  }
}
