package io.jenkins.plugins.austa.engine.migrations;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * One statement of a migration.
 *
 * @param text without comments and closing semicolon; each string literal reads {@code '?'}
 * @param line where it starts in its file, counted from 1
 * @param words its words: unquoted ones in upper case, quoted identifiers with their quotes, string
 *     literals as {@code '?'}, anything else as single characters
 */
record SqlStatement(String text, int line, List<String> words) implements Serializable {
  SqlStatement {
    words = List.copyOf(words);
  }

  /** Whether it begins with these words. */
  boolean starts(String... expected) {
    return words.size() >= expected.length
        && words.subList(0, expected.length).equals(List.of(expected));
  }

  /** Whether these words follow each other somewhere in it. */
  boolean has(String... expected) {
    return Collections.indexOfSubList(words, List.of(expected)) >= 0;
  }
}
