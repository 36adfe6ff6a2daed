package io.jenkins.plugins.austa.test.truth;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The class files of a Jenkins controller and its plugins.
 *
 * @param places the .war, packed or unpacked, and folders of class files or jars
 * @param plugins each plugin's file or folder by its short name
 */
record RealController(List<Path> places, Map<String, Path> plugins) {

  /** How to name a controller to the tests. */
  static final String HOW =
      "give -Djenkins.war=FILE (or its unpacked folder; more jars and class folders after a '"
          + File.pathSeparator
          + "') and -Djenkins.plugins=DIR with .hpi or .jpi files or unpacked ones";

  /** The controller that the system properties name, empty when they do not. */
  static Optional<RealController> given() throws IOException {
    String war = System.getProperty("jenkins.war");
    String folder = System.getProperty("jenkins.plugins");
    if (war == null || folder == null) {
      return Optional.empty();
    }
    List<Path> places = Stream.of(war.split(File.pathSeparator)).map(Path::of).toList();
    Map<String, Path> plugins = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      files
          .filter(file -> Files.isDirectory(file) || file.toString().matches(".*\\.[hj]pi"))
          .sorted()
          // An unpacked plugin comes before its file, which Jenkins leaves beside it.
          .forEach(file -> plugins.putIfAbsent(shortName(file), file));
    }
    return Optional.of(new RealController(places, plugins));
  }

  /** What a plugin sees that comes with Jenkins and all plugins. */
  ClassFiles addTo(ClassFiles classes) throws IOException {
    return addTo(classes, plugins.values());
  }

  /** What that plugin's class loader sees: Jenkins and the plugins it depends on, near or far. */
  ClassFiles addSeenBy(Path plugin, ClassFiles classes) throws IOException {
    Map<String, Path> seen = new TreeMap<>();
    Deque<Path> open = new ArrayDeque<>(List.of(plugin));
    while (!open.isEmpty()) {
      for (String name : dependencies(open.remove())) {
        Path file = plugins.get(name);
        if (file != null && seen.putIfAbsent(name, file) == null) {
          open.add(file);
        }
      }
    }
    return addTo(classes, seen.values());
  }

  private ClassFiles addTo(ClassFiles classes, Collection<Path> archives) throws IOException {
    for (Path place : places) {
      boolean archive =
          place.toString().endsWith(".war") || Files.isDirectory(place.resolve("WEB-INF"));
      if (archive) {
        classes.addArchive(place);
      } else {
        classes.add(place).addJarsIn(place);
      }
    }
    for (Path plugin : archives) {
      classes.addArchive(plugin);
    }
    return classes;
  }

  private static List<String> dependencies(Path plugin) throws IOException {
    List<String> names = new ArrayList<>();
    String value = manifest(plugin).getMainAttributes().getValue("Plugin-Dependencies");
    for (String dependency : Optional.ofNullable(value).orElse("").split(",")) {
      names.add(dependency.split(":")[0]);
    }
    return names;
  }

  private static Manifest manifest(Path plugin) throws IOException {
    String name = "META-INF/MANIFEST.MF";
    if (Files.isDirectory(plugin)) {
      try (InputStream file = Files.newInputStream(plugin.resolve(name))) {
        return new Manifest(file);
      }
    }
    try (FileSystem archive = FileSystems.newFileSystem(plugin);
        InputStream file = Files.newInputStream(archive.getPath(name))) {
      return new Manifest(file);
    }
  }

  private static String shortName(Path plugin) {
    return plugin.getFileName().toString().replaceFirst("\\.[hj]pi$", "");
  }
}
