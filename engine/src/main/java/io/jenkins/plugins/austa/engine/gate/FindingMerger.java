package io.jenkins.plugins.austa.engine.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes one finding of what several scanners, or scans of several platforms, say about the same
 * vulnerability of the same component of the same service. Findings in code are the same when their
 * fingerprints are.
 */
final class FindingMerger implements Consumer<Finding> {
  private final Map<String, Group> byKey = new HashMap<>();
  private final Map<Group, Boolean> groups = new LinkedHashMap<>();

  @Override
  public void accept(Finding finding) {
    List<String> keys = keys(finding);
    Group group = null;
    for (String key : keys) {
      Group other = byKey.get(key);
      if (other != null && other.agrees(finding)) {
        group = union(group, other);
      }
    }
    if (group == null) {
      group = new Group();
      groups.put(group, true);
    }
    group.sources.add(finding);
    for (String key : keys) {
      Group owner = byKey.get(key);
      if (owner == null || groups.containsKey(owner) && owner.agrees(finding)) {
        point(key, group);
      }
    }
  }

  List<MergedFinding> merged() {
    return groups.keySet().stream()
        .map(group -> new MergedFinding(List.copyOf(group.sources)))
        .toList();
  }

  /** An alias may show that what looked like two is one. */
  private Group union(Group one, Group other) {
    if (one == null || one == other) {
      return other == null ? one : other;
    }
    if (other == null) {
      return one;
    }
    one.sources.addAll(other.sources);
    for (String key : List.copyOf(other.keys)) {
      point(key, one);
    }
    groups.remove(other);
    return one;
  }

  private void point(String key, Group group) {
    if (byKey.put(key, group) != group) {
      group.keys.add(key);
    }
  }

  private static List<String> keys(Finding finding) {
    if (finding.purl() == null && !finding.component().startsWith("pkg:")) {
      return List.of(finding.fingerprint());
    }
    String prefix = finding.service() + '\0' + finding.component() + '\0';
    List<String> keys = new ArrayList<>();
    keys.add(prefix + finding.id());
    finding.aliases().forEach(alias -> keys.add(prefix + alias));
    return keys;
  }

  private static final class Group {
    private final Set<Finding> sources = new LinkedHashSet<>(2);
    private final List<String> keys = new ArrayList<>(2);

    /**
     * One advisory may cover several CVEs. Two different CVEs never become one finding, or the
     * suppression of the one would cover the other.
     */
    private boolean agrees(Finding finding) {
      return !isCve(finding)
          || sources.stream()
              .filter(Group::isCve)
              .allMatch(source -> source.id().equals(finding.id()));
    }

    private static boolean isCve(Finding finding) {
      return finding.id().startsWith("CVE-");
    }
  }
}
