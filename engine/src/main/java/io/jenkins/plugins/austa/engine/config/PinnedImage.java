package io.jenkins.plugins.austa.engine.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A container image named by its digest, so that what runs today is what runs tomorrow. A tag may
 * stand before the digest, for people; registries ignore it.
 */
public final class PinnedImage {
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9][a-z0-9.-]*(:[0-9]+)?(/[a-z0-9._-]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
              + "@sha256:[0-9a-f]{64}");

  private final String reference;

  private PinnedImage(String reference) {
    this.reference = reference;
  }

  /**
   * Reads a reference.
   *
   * @throws IllegalArgumentException when it has no digest, or is no image's name
   */
  @JsonCreator
  public static PinnedImage parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("is not pinned by digest");
    }
    return new PinnedImage(text);
  }

  /** The reference as a container runtime takes it. */
  @JsonValue
  @Override
  public String toString() {
    return reference;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PinnedImage image && image.reference.equals(reference);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reference);
  }
}
