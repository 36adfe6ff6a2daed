package io.jenkins.plugins.austa.engine.gate;

import java.util.Arrays;

/**
 * Tells which findings are the same: several scanners, or scans of several platforms, speak of the
 * same vulnerability of the same component of the same service. Findings in code are the same when
 * their fingerprints are.
 */
final class SameFinding {
  private static final String CVE = "CVE-";

  private final KeyedHash hash = new KeyedHash();
  private final KeyTable groupsByKey = new KeyTable();
  private final FindingGroups groups;
  private final KeptFindings kept;
  private long[] keys = new long[4];
  private boolean[] known = new boolean[4];
  private int names;
  private int cve;
  private boolean isNew;

  SameFinding(FindingGroups groups, KeptFindings kept) {
    this.groups = groups;
    this.kept = kept;
  }

  /** Whether the group asked for last is a new one. */
  boolean isNew() {
    return isNew;
  }

  /** The group of a finding; a new one if it is the first of its kind. */
  int group(FindingDraft draft, int service) {
    if (!draft.isAboutPackage()) {
      return inCode(draft, service);
    }
    boolean severalCves = readCve(draft);
    names = 0;
    add(draft, draft.id);
    for (String alias : draft.aliases) {
      if (!severalCves || !alias.startsWith(CVE)) {
        add(draft, alias);
      }
    }
    int group = find();
    isNew = group == KeyTable.ABSENT;
    if (isNew) {
      group = groups.add(service);
    }
    if (groups.cve(group) == 0) {
      groups.setCve(group, cve);
    }
    for (int i = 0; i < names; i++) {
      if (!known[i]) {
        groupsByKey.put(keys[i], group);
      }
    }
    return group;
  }

  private int inCode(FindingDraft draft, int service) {
    long key =
        hash.begin()
            .add(draft.service)
            .add(draft.id)
            .add(draft.component)
            .add(Fingerprint.normal(draft.codeText))
            .add(draft.nth)
            .end();
    int before = groupsByKey.get(key);
    isNew = before == KeyTable.ABSENT;
    if (!isNew) {
      return groups.root(before);
    }
    int group = groups.add(service);
    groupsByKey.put(key, group);
    return group;
  }

  /** Whether the finding names more than one CVE. */
  private boolean readCve(FindingDraft draft) {
    cve = cveNumber(draft.id);
    boolean several = false;
    for (String alias : draft.aliases) {
      int other = cveNumber(alias);
      if (other != 0 && cve != 0 && other != cve) {
        several = true;
      }
      cve = cve == 0 ? other : cve;
    }
    cve = several ? cveNumber(draft.id) : cve;
    return several;
  }

  private static int cveNumber(String id) {
    return id.startsWith(CVE) ? Math.max(1, id.hashCode() & Integer.MAX_VALUE) : 0;
  }

  private void add(FindingDraft draft, String name) {
    if (names == keys.length) {
      keys = Arrays.copyOf(keys, names * 2);
      known = Arrays.copyOf(known, names * 2);
    }
    keys[names++] = hash.begin().add(draft.service).add(draft.component).add(name).end();
  }

  /** Joins the groups that go by any of the names, as far as they can be the same. */
  private int find() {
    int found = KeyTable.ABSENT;
    for (int i = 0; i < names; i++) {
      int group = groupsByKey.get(keys[i]);
      known[i] = group != KeyTable.ABSENT;
      if (known[i]) {
        found = join(found, groups.root(group));
      }
    }
    return found;
  }

  private int join(int found, int other) {
    if (differs(groups.cve(other), cve)
        || found != KeyTable.ABSENT && differs(groups.cve(other), groups.cve(found))) {
      return found;
    }
    if (found == KeyTable.ABSENT || found == other) {
      return other;
    }
    kept.union(found, other);
    return groups.union(found, other);
  }

  /**
   * Two different CVEs never become one finding, or the suppression of the one would cover the
   * other.
   */
  private static boolean differs(int one, int other) {
    return one != 0 && other != 0 && one != other;
  }
}
