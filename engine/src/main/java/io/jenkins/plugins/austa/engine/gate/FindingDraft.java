package io.jenkins.plugins.austa.engine.gate;

import java.util.List;

/**
 * A finding while it is being read. A reader fills the same draft again and again, so that the many
 * findings nobody will ever look at cost no more than their text.
 */
final class FindingDraft {
  /** No day is known. */
  static final int NO_DAY = Integer.MIN_VALUE;

  /** Who scanned what; set once for a report, except where a report has several tools. */
  String scanner;

  String service;
  String platform;

  String id;
  List<String> aliases;
  Severity severity;

  /** CVSS base score, or NaN. */
  double cvss;

  /** Package as {@link PackageName} says, or the file when it is about code. */
  String component;

  String purl;
  final ShortText installedVersion = new ShortText();
  final ShortText fixedVersion = new ShortText();
  String path;
  int line;
  final ShortText title = new ShortText();

  /** Day of publication as days since 1970, or {@link #NO_DAY}. */
  int published;

  /** What tells findings of one rule in one file apart; null for findings about packages. */
  String codeText;

  /** Counts equal findings in code of one report, from 1; always 1 for packages. */
  int nth;

  FindingDraft(ExpectedScan scan) {
    scanner = scan.scanner();
    service = scan.service();
    platform = scan.platform();
    clear();
  }

  /** Forgets the finding, but not who scanned. */
  void clear() {
    id = null;
    aliases = List.of();
    severity = Severity.UNKNOWN;
    cvss = Double.NaN;
    component = null;
    purl = null;
    installedVersion.clear();
    fixedVersion.clear();
    path = null;
    line = 0;
    title.clear();
    published = NO_DAY;
    codeText = null;
    nth = 1;
  }

  boolean isAboutPackage() {
    return codeText == null;
  }

  boolean fixable() {
    return !fixedVersion.isBlank();
  }

  /** The same for the same finding, in every run and on every machine. */
  String fingerprint() {
    return isAboutPackage()
        ? Fingerprint.ofPackage(service, id, component)
        : Fingerprint.ofCode(service, id, component, codeText, nth);
  }

  /** A lasting copy. */
  Finding toFinding() {
    return new Finding(
        scanner,
        service,
        id,
        aliases,
        severity,
        Double.isNaN(cvss) ? null : cvss,
        component,
        purl,
        installedVersion.value(),
        fixedVersion.value(),
        path == null ? null : new Location(path, line),
        platform,
        title.value(),
        fingerprint());
  }
}
