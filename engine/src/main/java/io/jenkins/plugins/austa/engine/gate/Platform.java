package io.jenkins.plugins.austa.engine.gate;

import java.util.Locale;

/**
 * Image platforms, written one way: {@code linux/arm64/v8} and {@code linux/arm64} are the same.
 */
final class Platform {
  private Platform() {}

  static String normal(String platform) {
    String lower = platform.strip().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "linux/arm64/v8", "linux/aarch64" -> "linux/arm64";
      case "linux/x86_64", "linux/amd64/v1" -> "linux/amd64";
      default -> lower;
    };
  }

  /** From an image's own configuration; null when it does not say. */
  static String of(String os, String architecture, String variant) {
    if (os == null || architecture == null) {
      return null;
    }
    String tail = variant == null || variant.isBlank() ? "" : "/" + variant;
    return normal(os + "/" + architecture + tail);
  }
}
