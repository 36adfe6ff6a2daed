package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One vulnerability of one component, or one finding in code, with everyone who found it.
 *
 * @param sources what the scanners said, in the order read; at least one
 */
public record MergedFinding(List<Finding> sources) implements Serializable {
  /** Worst first, then by name: what a table or a bounded list should begin with. */
  public static final Comparator<MergedFinding> WORST_FIRST =
      Comparator.comparing(MergedFinding::severity)
          .reversed()
          .thenComparing(MergedFinding::compareNames);

  public MergedFinding {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a finding needs a source");
    }
  }

  /** By service, component and id. Written out, because thousands are sorted by it. */
  static int compareNames(MergedFinding one, MergedFinding other) {
    int order = one.service().compareTo(other.service());
    if (order == 0) {
      order = one.component().compareTo(other.component());
    }
    return order == 0 ? one.id().compareTo(other.id()) : order;
  }

  public String service() {
    return sources.get(0).service();
  }

  public String component() {
    return sources.get(0).component();
  }

  public String fingerprint() {
    return sources.get(0).fingerprint();
  }

  public String title() {
    return sources.get(0).title();
  }

  /** The CVE id if anybody knows one, else the first scanner's id. */
  public String id() {
    for (Finding source : sources) {
      if (source.id().startsWith("CVE-")) {
        return source.id();
      }
    }
    return sources.get(0).id();
  }

  /** The worst rating any scanner gives; unknown only when none rates it. */
  public Severity severity() {
    Severity worst = Severity.UNKNOWN;
    for (Finding source : sources) {
      worst = Severity.worse(worst, source.severity());
    }
    return worst;
  }

  /** Null when no source knows a fix. */
  public String fixedVersion() {
    return first(Finding::fixedVersion);
  }

  /** Null when no source knows. */
  public String installedVersion() {
    return first(Finding::installedVersion);
  }

  /** Null when no source knows. */
  public Location location() {
    return sources.stream()
        .map(Finding::location)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  public SortedSet<String> scanners() {
    return collect(Finding::scanner);
  }

  /** Empty when it was not found in an image. */
  public SortedSet<String> platforms() {
    return collect(Finding::platform);
  }

  /** The worst CVSS score that any source gives; null when none does. */
  public Double cvss() {
    return sources.stream()
        .map(Finding::cvss)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private String first(Function<Finding, String> field) {
    return sources.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private SortedSet<String> collect(Function<Finding, String> field) {
    return sources.stream()
        .map(field)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
