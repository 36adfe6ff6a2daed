package io.jenkins.plugins.austa.engine.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page's only style sheet, and the policy that lets a browser use it and nothing else. */
final class StyleSheet {
  private static final String TEXT = load();

  private StyleSheet() {}

  static String text() {
    return TEXT;
  }

  /** A content security policy under which the page can ask for nothing and run nothing. */
  static String policy() {
    return policy("");
  }

  /** The same, but style sheets may also be files from where the page is from. */
  static String policyWithFile() {
    return policy("'self' ");
  }

  private static String policy(String alsoStyles) {
    return "default-src 'none'; style-src %s'sha256-%s'; base-uri 'none'; form-action 'none'"
        .formatted(alsoStyles, hash());
  }

  private static String load() {
    try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not in the jar; build the engine again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading report.css from the jar", e);
    }
  }

  private static String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
