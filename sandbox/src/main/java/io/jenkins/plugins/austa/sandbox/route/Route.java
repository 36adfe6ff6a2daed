package io.jenkins.plugins.austa.sandbox.route;

import io.jenkins.plugins.austa.sandbox.control.Hostnames;
import java.util.Comparator;

/**
 * One rule of the public entry.
 *
 * @param host host it is for, {@code *.suffix} for all below it, empty for any
 * @param path path it is for
 * @param exact whether the path must be the same; otherwise it is a prefix of whole path elements
 * @param destination where it leads
 */
record Route(String host, String path, boolean exact, Destination destination) {

  /** The most specific first: host, then exact, then the longest path; else the first made. */
  static final Comparator<Route> BY_PRECEDENCE =
      Comparator.comparing((Route route) -> route.host().isEmpty())
          .thenComparing(route -> route.host().startsWith("*"))
          .thenComparing(route -> -route.host().length())
          .thenComparing(route -> !route.exact())
          .thenComparing(route -> -route.path().length());

  boolean matches(String requestHost, String requestPath) {
    if (!Hostnames.matches(host, requestHost)) {
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
