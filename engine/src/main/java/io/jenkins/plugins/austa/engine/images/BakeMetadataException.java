package io.jenkins.plugins.austa.engine.images;

import java.util.Optional;

/**
 * BuildKit's metadata does not say what was built. The message says what was tried, why it failed
 * and what to do next.
 */
public final class BakeMetadataException extends Exception {
  private static final long serialVersionUID = 1;

  private final String target;

  BakeMetadataException(String message, String target) {
    super(message);
    this.target = target;
  }

  BakeMetadataException(String message, Throwable cause) {
    super(message, cause);
    this.target = null;
  }

  /** The bake target it is about; empty when it is about the whole file. */
  public Optional<String> target() {
    return Optional.ofNullable(target);
  }
}
