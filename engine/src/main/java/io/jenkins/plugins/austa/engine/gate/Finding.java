package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One thing one scanner found.
 *
 * @param scanner which scanner, such as {@code trivy}
 * @param service the service that was scanned
 * @param id the CVE, GHSA or rule id by which the scanner calls it
 * @param aliases other ids of the very same vulnerability; never an advisory that covers several
 * @param severity the scanner's rating
 * @param cvss CVSS base score, 0 to 10; null when the scanner gives none
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
    Double cvss,
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

  private static final int LONGEST_NAME = 512;
  private static final int MOST_ALIASES = 20;

  public Finding {
    Objects.requireNonNull(scanner, "scanner");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(fingerprint, "fingerprint");
    id = bounded(id);
    component = bounded(component);
    purl = bounded(purl);
    installedVersion = bounded(installedVersion);
    fixedVersion = bounded(fixedVersion);
    aliases = aliases.stream().limit(MOST_ALIASES).map(Finding::bounded).toList();
    title = oneLine(title == null || title.isBlank() ? id : title);
  }

  /** Whether an upgrade is known that makes it go away. */
  public boolean fixable() {
    return fixedVersion != null && !fixedVersion.isBlank();
  }

  /** A report may hold a name of a million characters; nobody has to keep it. */
  private static String bounded(String name) {
    return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static String oneLine(String text) {
    return isOneLine(text) ? text : madeOneLine(text);
  }

  private static boolean isOneLine(String text) {
    if (text.length() > LONGEST_TITLE) {
      return false;
    }
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  private static String madeOneLine(String text) {
    StringBuilder line = new StringBuilder(LONGEST_TITLE);
    int end = Math.min(text.length(), 4 * LONGEST_TITLE);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
        line.append(c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    if (line.length() > LONGEST_TITLE) {
      line.setLength(LONGEST_TITLE - 1);
      return line.append('…').toString();
    }
    return line.toString().strip();
  }
}
