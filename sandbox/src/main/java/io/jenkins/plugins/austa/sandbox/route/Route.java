package io.jenkins.plugins.austa.sandbox.route;

import java.util.Comparator;

/**
 * One rule of the public entry.
 *
 * @param host host it is for, empty for any
 * @param path path it is for
 * @param exact whether the path must be the same; otherwise it is a prefix of whole path elements
 * @param backend where it leads
 */
record Route(String host, String path, boolean exact, Backend backend) {

  /** The most specific first: host, then exact, then the longest path. */
  static final Comparator<Route> BY_PRECEDENCE =
      Comparator.comparing((Route route) -> route.host().isEmpty())
          .thenComparing(route -> !route.exact())
          .thenComparing(route -> -route.path().length());

  boolean matches(String requestHost, String requestPath) {
    if (!host.isEmpty() && !host.equalsIgnoreCase(requestHost)) {
      return false;
    }
    if (exact) {
      return requestPath.equals(path);
    }
    String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return requestPath.startsWith(prefix)
        && (requestPath.length() == prefix.length() || requestPath.charAt(prefix.length()) == '/');
  }
}
