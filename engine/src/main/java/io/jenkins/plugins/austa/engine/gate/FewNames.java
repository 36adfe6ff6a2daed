package io.jenkins.plugins.austa.engine.gate;

import java.util.ArrayList;
import java.util.List;

/** Gives numbers to a few names that come again and again. */
final class FewNames {
  private final int most;
  private final List<String> names = new ArrayList<>();
  private String last;
  private int lastNumber;

  /**
   * @param most how many numbers there are; names beyond that share the last one
   */
  FewNames(int most) {
    this.most = most;
  }

  int number(String name) {
    if (name.equals(last)) {
      return lastNumber;
    }
    int number = names.indexOf(name);
    if (number < 0) {
      names.add(name);
      number = names.size() - 1;
    }
    last = name;
    lastNumber = Math.min(number, most - 1);
    return lastNumber;
  }

  /** The names of a number. Never empty for a number that was given. */
  List<String> names(int number) {
    return number < most - 1
        ? names.subList(number, number + 1)
        : names.subList(number, names.size());
  }
}
