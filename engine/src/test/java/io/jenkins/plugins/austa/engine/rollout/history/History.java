package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.List;
import java.util.Locale;

/**
 * A beginning and what happens then.
 *
 * @param entry what users come in by
 * @param serving whether a revision serves already, or nothing was ever rolled out
 * @param holds whether an inconclusive candidate is held instead of reverted
 * @param wholly whether a whole rollout comes last, or only the beginning of one
 */
record History(EntryKind entry, boolean serving, boolean holds, boolean wholly, List<Op> ops) {

  History {
    ops = List.copyOf(ops);
  }

  History with(List<Op> others) {
    return new History(entry, serving, holds, wholly, others);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("    ")
        .append(serving ? "revision 1 serves on blue" : "nothing was ever rolled out")
        .append("; users come in by ")
        .append(
            entry == EntryKind.SERVICE
                ? "services"
                : "one " + entry.name().toLowerCase(Locale.ROOT))
        .append(holds ? "; what is inconclusive is held" : "")
        .append('\n');
    for (int i = 0; i < ops.size(); i++) {
      text.append("%3d. %s%n".formatted(i + 1, ops.get(i)));
    }
    return text.toString();
  }
}
