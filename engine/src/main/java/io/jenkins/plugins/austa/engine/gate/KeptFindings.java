package io.jenkins.plugins.austa.engine.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that somebody may want to look at: those of the greatest weight, up to a number. Of
 * all others only what {@link FindingGroups} knows remains.
 */
final class KeptFindings {
  private static final int WEIGHTS = 16;
  private static final int SOURCES_KEPT = 64;

  private final int most;
  private final Map<Integer, Entry> byGroup = new HashMap<>();
  private final List<LinkedHashMap<Integer, Entry>> byWeight = new ArrayList<>();
  private int lightest;
  private int spareSources;

  /**
   * @param most how many groups are kept, and how many sources of groups beyond the first of each
   */
  KeptFindings(int most) {
    this.most = most;
    spareSources = most;
    for (int i = 0; i < WEIGHTS; i++) {
      byWeight.add(new LinkedHashMap<>());
    }
  }

  private static final class Entry {
    private final List<Finding> sources = new ArrayList<>(1);
    private int weight;
  }

  /**
   * Keeps a source of a group if the group weighs enough.
   *
   * @param isNew whether this is the first that is heard of the group
   */
  void offer(int group, boolean isNew, int weight, FindingDraft draft) {
    boolean tooLight = byGroup.size() >= most && weight <= lightest;
    if (tooLight && isNew) {
      return;
    }
    Entry entry = byGroup.get(group);
    if (entry == null) {
      if (tooLight) {
        return;
      }
      entry = new Entry();
      entry.sources.add(draft.toFinding());
      makeRoom();
      put(group, entry, weight);
    } else {
      addSource(entry, draft.toFinding());
      if (weight != entry.weight) {
        byWeight.get(entry.weight).remove(group);
        put(group, entry, weight);
      }
    }
  }

  /** Two groups turned out to be one, which goes by the first number. */
  void union(int one, int other) {
    Entry joined = byGroup.remove(other);
    if (joined == null) {
      return;
    }
    byWeight.get(joined.weight).remove(other);
    Entry entry = byGroup.get(one);
    if (entry == null) {
      put(one, joined, joined.weight);
    } else {
      joined.sources.forEach(source -> addSource(entry, source));
    }
  }

  /** The kept findings by group. */
  Map<Integer, MergedFinding> findings() {
    Map<Integer, MergedFinding> findings = new LinkedHashMap<>();
    byGroup.forEach((group, entry) -> findings.put(group, new MergedFinding(entry.sources)));
    return findings;
  }

  private void addSource(Entry entry, Finding source) {
    if (spareSources > 0
        && entry.sources.size() < SOURCES_KEPT
        && !entry.sources.contains(source)) {
      entry.sources.add(source);
      spareSources--;
    }
  }

  private void put(int group, Entry entry, int weight) {
    entry.weight = weight;
    byGroup.put(group, entry);
    byWeight.get(weight).put(group, entry);
    lightest = Math.min(lightest, weight);
    while (byWeight.get(lightest).isEmpty()) {
      lightest++;
    }
  }

  private void makeRoom() {
    if (byGroup.size() < most) {
      return;
    }
    Integer eldest = byWeight.get(lightest).keySet().iterator().next();
    spareSources += byWeight.get(lightest).remove(eldest).sources.size() - 1;
    byGroup.remove(eldest);
    while (lightest < WEIGHTS - 1 && byWeight.get(lightest).isEmpty()) {
      lightest++;
    }
  }
}
