package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.digest.Sha256;

/**
 * Makes fingerprints that survive line moves: the line number never goes in, the text of the line
 * does. Equal findings in one file are told apart by their order.
 */
final class Fingerprint {
  private static final int HEX_DIGITS = 32;
  private static final byte[] SEPARATOR = {0};

  private Fingerprint() {}

  /** Fingerprint of a vulnerable package: the same whatever scanner or platform showed it. */
  static String ofPackage(String service, String id, String component) {
    return digest("package", service, id, component);
  }

  /**
   * Fingerprint of a finding in code.
   *
   * @param text the offending line or message
   * @param nth counts equal ones, from 1
   */
  static String ofCode(String service, String rule, String path, String text, int nth) {
    String base = digest("code", service, rule, path, normal(text));
    return nth == 1 ? base : digest(base, Integer.toString(nth));
  }

  /** Whether a text could be a fingerprint. */
  static boolean looksLikeOne(String text) {
    return text.length() == HEX_DIGITS
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }

  /** Without differences that formatting makes. */
  static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        normal.append(c);
      } else if (normal.length() > 0 && normal.charAt(normal.length() - 1) != ' ') {
        normal.append(' ');
      }
    }
    return normal.toString().stripTrailing();
  }

  private static String digest(String... parts) {
    Sha256 sha256 = new Sha256();
    for (String part : parts) {
      sha256.add(part).add(SEPARATOR);
    }
    return sha256.hex().substring(0, HEX_DIGITS);
  }
}
