package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes fingerprints that survive line moves: the line number never goes in, the text of the line
 * does. Equal findings in one file are told apart by their order.
 */
final class Fingerprint {
  private static final int HEX_DIGITS = 32;
  private static final byte[] SEPARATOR = {0};

  private final Map<String, Integer> seen = new HashMap<>();

  /** Fingerprint of a vulnerable package: the same whatever scanner or platform showed it. */
  static String ofPackage(String service, String id, String component) {
    return digest("package", service, id, component);
  }

  /** Fingerprint of a finding in code; {@code text} is the offending line or message. */
  String ofCode(String service, String rule, String path, String text) {
    String base = digest("code", service, rule, path, text.replaceAll("\\s+", " ").strip());
    int nth = seen.merge(base, 1, Integer::sum);
    return nth == 1 ? base : digest(base, Integer.toString(nth));
  }

  private static String digest(String... parts) {
    Sha256 sha256 = new Sha256();
    for (String part : parts) {
      sha256.add(part).add(SEPARATOR);
    }
    return sha256.hex().substring(0, HEX_DIGITS);
  }
}
