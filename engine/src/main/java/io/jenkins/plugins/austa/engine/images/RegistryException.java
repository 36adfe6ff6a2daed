package io.jenkins.plugins.austa.engine.images;

import java.io.IOException;

/** A registry did not say what an image is. The message says which, why, and what to do. */
public final class RegistryException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean missing;

  RegistryException(String message, boolean missing) {
    super(message);
    this.missing = missing;
  }

  /** Whether the registry has answered that there is no such image. */
  public boolean isMissing() {
    return missing;
  }
}
