package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.List;

/**
 * A beginning and what happens then.
 *
 * @param serving whether a revision serves already, or nothing was ever rolled out
 * @param holds whether an inconclusive candidate is held instead of reverted
 */
record History(boolean serving, boolean holds, List<Op> ops) {

  History {
    ops = List.copyOf(ops);
  }

  History with(List<Op> others) {
    return new History(serving, holds, others);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("    ")
        .append(serving ? "revision 1 serves on blue" : "nothing was ever rolled out")
        .append(holds ? "; what is inconclusive is held" : "")
        .append('\n');
    for (int i = 0; i < ops.size(); i++) {
      text.append("%3d. %s%n".formatted(i + 1, ops.get(i)));
    }
    return text.toString();
  }
}
