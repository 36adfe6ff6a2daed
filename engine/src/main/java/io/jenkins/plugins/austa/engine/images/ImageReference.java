package io.jenkins.plugins.austa.engine.images;

import java.io.Serializable;
import java.util.Objects;

/**
 * An image that was built, known by its digest.
 *
 * @param service the service that it runs
 * @param repository registry and name without tag
 * @param tag for people to read; deploys never use it
 * @param digest {@code sha256:} and 64 lower-case hex digits
 */
public record ImageReference(String service, String repository, String tag, String digest)
    implements Serializable {
  private static final String DIGEST = "sha256:[0-9a-f]{64}";

  public ImageReference {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(repository, "repository");
    Objects.requireNonNull(tag, "tag");
    if (!isDigest(digest)) {
      throw new IllegalArgumentException(
          "the image of " + service + " has no digest of the form sha256:<64 hex digits>");
    }
  }

  static boolean isDigest(String text) {
    return text != null && text.matches(DIGEST);
  }

  /** What a deploy uses: repository and digest. */
  public String pinned() {
    return repository + "@" + digest;
  }

  /** For people: repository, tag and the digest's first twelve digits. */
  @Override
  public String toString() {
    return repository + ":" + tag + "@" + digest.substring(0, "sha256:".length() + 12);
  }
}
