package io.jenkins.plugins.austa.engine.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Certificates and keys as a kubeconfig embeds them: PEM in Base64. */
final class Pem {
  private Pem() {}

  /** The PEM text, empty when the data is none. */
  static Optional<String> decoded(String data) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(data);
      String text = new String(bytes, StandardCharsets.US_ASCII);
      return text.contains("-----BEGIN ") ? Optional.of(text) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
