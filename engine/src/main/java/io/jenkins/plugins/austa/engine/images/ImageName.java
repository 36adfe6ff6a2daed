package io.jenkins.plugins.austa.engine.images;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image as people and Dockerfiles write it: registry, name, and a tag or a digest.
 *
 * @param registry host of the registry, with its port if it has one
 * @param name path of the repository in the registry
 * @param reference tag, or {@code sha256:…}
 */
record ImageName(String registry, String name, String reference) {
  private static final String DOCKER_HUB = "docker.io";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<name>[a-z0-9][a-z0-9._/:-]*?)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
              + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");

  /**
   * Reads one; without tag and digest it is {@code latest}. A digest wins over a tag.
   *
   * @throws IllegalArgumentException if it is no image
   */
  static ImageName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not the name of an image");
    }
    String path = matcher.group("name");
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
    String registry = named ? first : DOCKER_HUB;
    String name = named ? path.substring(slash + 1) : slash < 0 ? "library/" + path : path;
    String reference =
        matcher.group("digest") != null
            ? matcher.group("digest")
            : matcher.group("tag") == null ? "latest" : matcher.group("tag");
    return new ImageName(registry, name, reference);
  }

  /** Where its manifest is; plain HTTP on this machine only, as with Docker. */
  URI manifest() {
    String host = registry.equals(DOCKER_HUB) ? "registry-1.docker.io" : registry;
    boolean local = host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    return URI.create(
        (local ? "http" : "https") + "://" + host + "/v2/" + name + "/manifests/" + reference);
  }
}
