package hudson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The order in which variables can be set so that each finds those it names already set. Ours. */
final class OverrideOrder {
  private final Map<String, String> all;
  private final Map<String, Set<String>> names;
  private final Set<String> open = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private final List<String> ordered = new ArrayList<>();

  OverrideOrder(Map<String, String> all, Comparator<? super String> order) {
    this.all = all;
    this.names = new TreeMap<>(order);
    all.forEach((key, value) -> names.put(key, namedIn(value, order)));
  }

  /** Returns every key; a circle is cut where it is entered. */
  List<String> keys() {
    all.keySet().stream().filter(key -> key.indexOf('+') <= 0).forEach(this::visit);
    all.keySet().stream().filter(key -> key.indexOf('+') > 0).forEach(ordered::add);
    return ordered;
  }

  private void visit(String key) {
    if (done.contains(key) || !open.add(key)) {
      return;
    }
    for (String other : all.keySet()) {
      if (other.indexOf('+') <= 0 && names.get(key).contains(other)) {
        visit(other);
      }
    }
    done.add(key);
    ordered.add(key);
  }

  private static Set<String> namedIn(String value, Comparator<? super String> order) {
    Set<String> named = new TreeSet<>(order);
    Util.replaceMacro(
        value,
        name -> {
          named.add(name);
          return "";
        });
    return named;
  }
}
