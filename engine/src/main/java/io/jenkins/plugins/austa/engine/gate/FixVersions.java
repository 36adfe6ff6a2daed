package io.jenkins.plugins.austa.engine.gate;

/** The versions to upgrade to, as one line. */
final class FixVersions {
  private static final int LONGEST = 200;

  private FixVersions() {}

  /**
   * Adds a version.
   *
   * @param versions what was there so far, or null
   * @param version may be null or blank, and then nothing is added
   */
  static String add(String versions, String version) {
    if (version == null || version.isBlank() || version.length() > LONGEST) {
      return versions;
    }
    if (versions == null) {
      return version;
    }
    return versions.length() > LONGEST ? versions : versions + ", " + version;
  }
}
