package io.jenkins.plugins.austa.test.truth;

import java.util.Locale;

/**
 * A type that a class names.
 *
 * @param use what the class does with the type
 */
record TypeReference(String from, String type, Use use) implements Reference {

  enum Use {
    NAMES,
    EXTENDS,
    IMPLEMENTS,
    CREATES,
    ANNOTATES_WITH
  }

  @Override
  public String toString() {
    String verb = use.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return ClassFile.readable(from) + " " + verb + " " + ClassFile.readable(type);
  }
}
