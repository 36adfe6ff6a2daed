package io.jenkins.plugins.austa.engine.images;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One service's image to build.
 *
 * @param service the service, also the bake target's name: letters, digits, {@code -} and {@code _}
 * @param context build context, relative to the workspace
 * @param dockerfile relative to the context
 * @param repository registry and name without tag, such as {@code ghcr.io/austa/backend}
 * @param tag such as the commit's short id
 * @param platforms such as {@code linux/amd64}; at least one
 */
public record BakeTarget(
    String service,
    String context,
    String dockerfile,
    String repository,
    String tag,
    List<String> platforms)
    implements Serializable {
  public BakeTarget {
    require(service, "[A-Za-z0-9_-]+", "a service's name");
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(dockerfile, "dockerfile");
    require(
        repository,
        "[a-zA-Z0-9.-]+(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*",
        "an image repository without a tag");
    require(tag, "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}", "an image tag");
    platforms = List.copyOf(platforms);
    if (platforms.isEmpty()) {
      throw new IllegalArgumentException("an image needs at least one platform: " + service);
    }
  }

  private static void require(String value, String shape, String what) {
    if (value == null || !value.matches(shape)) {
      throw new IllegalArgumentException("'" + value + "' is not " + what);
    }
  }
}
