package io.jenkins.plugins.austa.engine.gate;

import java.util.Locale;

/**
 * The name of a package without its version, in the form of a package URL ({@code pkg:npm/lodash}),
 * so that two scanners that speak of the same package say the same.
 */
final class PackageName {
  private PackageName() {}

  /**
   * @param purl package URL as the scanner wrote it, or null
   * @param ecosystem the scanner's own word for the kind of package, or null
   * @param name the package's name
   */
  static String of(String purl, String ecosystem, String name) {
    if (purl != null && purl.startsWith("pkg:")) {
      return withoutVersion(purl);
    }
    String type = type(ecosystem);
    return "pkg:" + type + "/" + (type.equals("pypi") ? pypi(name) : name);
  }

  private static String withoutVersion(String purl) {
    int question = purl.indexOf('?');
    int fragment = purl.indexOf('#');
    int end = question < 0 ? purl.length() : question;
    end = fragment < 0 ? end : Math.min(end, fragment);
    // A scope may be written as a bare @; the version's @ comes after the last slash.
    int at = purl.lastIndexOf('@', end - 1);
    int slash = purl.lastIndexOf('/', end - 1);
    String bare = purl.substring(0, at > slash + 1 ? at : end);
    return bare.indexOf('%') < 0 ? bare : bare.replace("%40", "@");
  }

  private static String type(String ecosystem) {
    if (ecosystem == null) {
      return "generic";
    }
    return switch (ecosystem) {
      case "npm", "yarn", "pnpm", "node-pkg", "bun" -> "npm";
      case "pip", "pipenv", "poetry", "uv", "python-pkg" -> "pypi";
      default -> ecosystem.toLowerCase(Locale.ROOT);
    };
  }

  private static String pypi(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }
}
