package io.jenkins.plugins.austa.test.controller;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out a JENKINS_HOME: the plugins, the one under test, and what sets users up at each start.
 */
final class ControllerHome {
  private static final String OURS = "austa-pipeline";
  private static final String INIT = "users.groovy";

  private ControllerHome() {}

  static void lay(ControllerKit kit, Path home) throws IOException {
    Path plugins = Files.createDirectories(home.resolve("plugins"));
    for (Path file : files(kit.plugins())) {
      if (!shortName(file).equals(OURS)) {
        take(file, plugins);
      }
    }
    Files.copy(kit.hpi(), plugins.resolve(OURS + ".jpi"));
    Path scripts = Files.createDirectories(home.resolve("init.groovy.d"));
    try (InputStream script = ControllerHome.class.getResourceAsStream(INIT)) {
      Files.copy(script, scripts.resolve(INIT));
    }
  }

  private static List<Path> files(Path plugins) throws IOException {
    try (Stream<Path> files = Files.list(plugins)) {
      return files.filter(file -> file.toString().matches(".*\\.[hj]pi")).sorted().toList();
    }
  }

  /** Links the file; copies what Jenkins unpacked from it, which saves unpacking it again. */
  private static void take(Path file, Path plugins) throws IOException {
    Files.createSymbolicLink(
        plugins.resolve(shortName(file) + ".jpi"), file.toRealPath().toAbsolutePath());
    Path unpacked = file.resolveSibling(shortName(file));
    if (Files.isDirectory(unpacked)) {
      copyTree(unpacked, plugins.resolve(shortName(file)));
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String shortName(Path plugin) {
    return String.valueOf(plugin.getFileName()).replaceFirst("\\.[hj]pi$", "");
  }
}
