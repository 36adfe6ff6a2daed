package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One thing one scanner found.
 *
 * @param scanner which scanner, such as {@code trivy}
 * @param service the service that was scanned
 * @param id the CVE, GHSA or rule id by which the scanner calls it
 * @param aliases other ids of the very same vulnerability; never an advisory that covers several
 * @param severity the scanner's rating
 * @param component the package, or the file when the finding is about code
 * @param purl package URL, or null when the finding is not about a package
 * @param installedVersion null when the scanner does not say
 * @param fixedVersion what to upgrade to, in the scanner's words, or null when there is no fix
 * @param location null when the scanner does not say
 * @param platform image platform such as {@code linux/arm64}, or null outside images
 * @param title one line, at most {@value #LONGEST_TITLE} characters
 * @param fingerprint the same for the same finding, even when lines above it come or go
 */
public record Finding(
    String scanner,
    String service,
    String id,
    List<String> aliases,
    Severity severity,
    String component,
    String purl,
    String installedVersion,
    String fixedVersion,
    Location location,
    String platform,
    String title,
    String fingerprint)
    implements Serializable {

  /** Titles are for tables and messages; some scanners put an essay there. */
  static final int LONGEST_TITLE = 160;

  public Finding {
    Objects.requireNonNull(scanner, "scanner");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(fingerprint, "fingerprint");
    aliases = List.copyOf(aliases);
    title = oneLine(title == null || title.isBlank() ? id : title);
  }

  /** Whether an upgrade is known that makes it go away. */
  public boolean fixable() {
    return fixedVersion != null && !fixedVersion.isBlank();
  }

  /** Whether {@code name} is this finding's id, one of its aliases or its fingerprint. */
  public boolean isCalled(String name) {
    return id.equalsIgnoreCase(name)
        || fingerprint.equals(name.toLowerCase(Locale.ROOT))
        || aliases.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static String oneLine(String text) {
    String head = text.length() <= 4 * LONGEST_TITLE ? text : text.substring(0, 4 * LONGEST_TITLE);
    String line = head.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
  }
}
