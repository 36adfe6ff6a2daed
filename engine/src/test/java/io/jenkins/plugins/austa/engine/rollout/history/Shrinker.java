package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a counter-example short: leaves out parts of the history, larger ones first, then makes the
 * steps that are left simpler, as long as the same promise is still broken (Zeller's delta
 * debugging).
 */
final class Shrinker {

  private final Predicate<History> stillBreaks;

  Shrinker(Predicate<History> stillBreaks) {
    this.stillBreaks = stillBreaks;
  }

  /** A history of which no single step can be left out or made simpler. */
  History shrink(History found) {
    History best = found;
    History before;
    do {
      before = best;
      best = simpler(shorter(best));
    } while (!best.equals(before));
    return best;
  }

  private History shorter(History from) {
    History best = from;
    for (int size = Math.max(1, best.ops().size() / 2); size >= 1; size /= 2) {
      for (int at = best.ops().size() - size; at >= 0; at--) {
        History candidate = best.with(without(best.ops(), at, size));
        if (stillBreaks.test(candidate)) {
          best = candidate;
          at = Math.min(at, best.ops().size() - size + 1);
        }
      }
    }
    return best;
  }

  private History simpler(History from) {
    History best = from;
    for (int at = 0; at < best.ops().size(); at++) {
      for (boolean again = true; again; ) {
        again = false;
        for (Op op : best.ops().get(at).simpler()) {
          List<Op> ops = new ArrayList<>(best.ops());
          ops.set(at, op);
          if (stillBreaks.test(best.with(ops))) {
            best = best.with(ops);
            again = true;
            break;
          }
        }
      }
    }
    return best;
  }

  private static List<Op> without(List<Op> ops, int at, int size) {
    List<Op> rest = new ArrayList<>(ops.subList(0, at));
    rest.addAll(ops.subList(Math.min(ops.size(), at + size), ops.size()));
    return rest;
  }
}
