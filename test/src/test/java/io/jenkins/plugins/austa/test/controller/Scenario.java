package io.jenkins.plugins.austa.test.controller;

/**
 * Something that is played on a controller and held against what must come of it.
 *
 * @param name for the table and for selecting it; words with dashes, the group first
 * @param play the acts
 */
record Scenario(String name, Play play) {

  /** The acts of a scenario. */
  @FunctionalInterface
  interface Play {
    /**
     * Plays it and asserts.
     *
     * @return what was measured, for the table; may be empty
     */
    String on(Stage stage) throws Exception;
  }

  /** Whether a selection, comma-separated beginnings of names, takes it in. */
  boolean isSelectedBy(String selection) {
    for (String beginning : selection.split(",")) {
      if (name.startsWith(beginning.strip())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}
