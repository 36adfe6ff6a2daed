package io.jenkins.plugins.austa.sandbox.control;

import java.util.Locale;
import java.util.Optional;

/** Hosts as the Gateway API and Ingress write them: precise, {@code *.suffix}, or empty for any. */
public final class Hostnames {
  private Hostnames() {}

  /** Whether a request for a host is meant; a wildcard stands for one label or more. */
  public static boolean matches(String pattern, String host) {
    if (pattern.isEmpty()) {
      return true;
    }
    if (!pattern.startsWith("*.")) {
      return pattern.equalsIgnoreCase(host);
    }
    String suffix = pattern.substring(1).toLowerCase(Locale.ROOT);
    return host.length() > suffix.length() && host.toLowerCase(Locale.ROOT).endsWith(suffix);
  }

  /** The hosts that both mean; empty when there are none. */
  static Optional<String> intersection(String one, String other) {
    if (one.isEmpty() || one.equalsIgnoreCase(other)) {
      return Optional.of(other);
    }
    if (other.isEmpty() || other.startsWith("*.") && matches(other, one)) {
      return Optional.of(one);
    }
    return one.startsWith("*.") && matches(one, other) ? Optional.of(other) : Optional.empty();
  }
}
