package io.jenkins.plugins.austa.engine.gate;

import java.util.Arrays;

/**
 * What is known of each group of findings that are the same thing, in 16 bytes a group. Groups may
 * turn out to be one: {@link #root} says by which number they go then.
 */
final class FindingGroups {
  /** Somebody knows a fix. */
  static final int FIXABLE = 1;

  /** A suppression that holds covers it. */
  static final int SUPPRESSED = 2;

  /** The baseline has it. */
  static final int KNOWN = 4;

  /** Some source says that it was published within the days of grace. */
  static final int YOUNG = 8;

  /** Some source says that it was published before them. */
  static final int OLD = 16;

  private static final Severity[] SEVERITIES = Severity.values();

  private int[] parents = new int[1024];
  private int[] cves = new int[1024];
  private int[] scanners = new int[1024];
  private short[] services = new short[1024];
  private byte[] severities = new byte[1024];
  private byte[] flags = new byte[1024];
  private int size;

  int add(int service) {
    if (size == parents.length) {
      grow();
    }
    parents[size] = size;
    services[size] = (short) service;
    severities[size] = (byte) Severity.UNKNOWN.ordinal();
    return size++;
  }

  /** How many numbers were given, including those of groups that were joined to others. */
  int size() {
    return size;
  }

  int root(int group) {
    int root = group;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  boolean isRoot(int group) {
    return parents[group] == group;
  }

  /** Makes one of two roots, and returns it. */
  int union(int one, int other) {
    if (one == other) {
      return one;
    }
    parents[other] = one;
    scanners[one] |= scanners[other];
    flags[one] |= flags[other];
    severities[one] = (byte) Severity.worse(severity(one), severity(other)).ordinal();
    cves[one] = cves[one] == 0 ? cves[other] : cves[one];
    return one;
  }

  void rate(int group, Severity severity) {
    if (severity != Severity.UNKNOWN) {
      severities[group] = (byte) Severity.worse(severity(group), severity).ordinal();
    }
  }

  void mark(int group, int flag) {
    flags[group] |= (byte) flag;
  }

  boolean is(int group, int flag) {
    return (flags[group] & flag) != 0;
  }

  void foundBy(int group, int scanner) {
    scanners[group] |= 1 << scanner;
  }

  int scanners(int group) {
    return scanners[group];
  }

  Severity severity(int group) {
    return SEVERITIES[severities[group]];
  }

  int service(int group) {
    return services[group] & 0xFFFF;
  }

  /** A number for the CVE that it is; 0 while none is known. */
  int cve(int group) {
    return cves[group];
  }

  void setCve(int group, int cve) {
    cves[group] = cve;
  }

  private void grow() {
    int larger = size + (size >> 1);
    parents = Arrays.copyOf(parents, larger);
    cves = Arrays.copyOf(cves, larger);
    scanners = Arrays.copyOf(scanners, larger);
    services = Arrays.copyOf(services, larger);
    severities = Arrays.copyOf(severities, larger);
    flags = Arrays.copyOf(flags, larger);
  }
}
