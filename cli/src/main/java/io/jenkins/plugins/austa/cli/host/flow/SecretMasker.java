package io.jenkins.plugins.austa.cli.host.flow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Replaces the secrets of a run by asterisks wherever text leaves the host. Once a value has been
 * registered it stays masked until the run ends. Safe for use from any thread.
 */
public final class SecretMasker {
  private static final String MASK = "****";
  private static final int SHORTEST_ENCODED = 6;

  /** Longest first, so that a secret that contains another is masked as a whole. */
  private final ConcurrentSkipListSet<String> secrets =
      new ConcurrentSkipListSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  /** Masks a value from now on: as it is, line by line, quoted for a shell, and in Base64. */
  public void add(String secret) {
    if (secret == null) {
      return;
    }
    secret.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::addLine);
    if (secret.length() >= SHORTEST_ENCODED) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      secrets.add(Base64.getEncoder().encodeToString(bytes));
      secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
  }

  private void addLine(String line) {
    secrets.add(line);
    secrets.add(line.replace("'", "'\\''"));
  }

  /** Returns the text without any registered secret. */
  public String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
