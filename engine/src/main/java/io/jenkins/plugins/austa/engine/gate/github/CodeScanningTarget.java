package io.jenkins.plugins.austa.engine.gate.github;

import java.io.Serializable;
import java.net.URI;

/**
 * Where results are shown.
 *
 * @param api address of GitHub's REST API, such as https://api.github.com/
 * @param repository owner and name, such as {@code acme/cockpit}
 * @param commit the full id of the commit that was scanned
 * @param ref the full reference, such as {@code refs/heads/main} or {@code refs/pull/42/head}
 */
public record CodeScanningTarget(URI api, String repository, String commit, String ref)
    implements Serializable {
  /** GitHub itself. */
  public static final URI PUBLIC_API = URI.create("https://api.github.com/");

  public CodeScanningTarget {
    requireSafe(api);
    require(repository.matches("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+"), "repository", repository);
    require(commit.matches("[0-9a-f]{40}([0-9a-f]{24})?"), "commit", commit);
    require(ref.matches("refs/(heads|tags|pull)/[^\\s]+"), "ref", ref);
    api = api.toString().endsWith("/") ? api : URI.create(api + "/");
  }

  URI uploads() {
    return api.resolve("repos/" + repository + "/code-scanning/sarifs");
  }

  URI upload(String id) {
    return api.resolve("repos/" + repository + "/code-scanning/sarifs/" + id);
  }

  private static void require(boolean sound, String name, String value) {
    if (!sound) {
      throw new IllegalArgumentException(
          "code scanning needs a " + name + ", and \"" + value + "\" is none");
    }
  }

  private static void requireSafe(URI address) {
    boolean loopback =
        address.getHost() != null && address.getHost().matches("127\\.0\\.0\\.1|localhost|\\[::1]");
    if (!"https".equals(address.getScheme()) && !(loopback && "http".equals(address.getScheme()))) {
      throw new IllegalArgumentException("GitHub is only reached by HTTPS, except on loopback");
    }
  }
}
