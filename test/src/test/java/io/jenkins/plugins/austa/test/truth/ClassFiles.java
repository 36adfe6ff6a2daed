package io.jenkins.plugins.austa.test.truth;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Class files by name, in jars and folders and after those in the JDK; the first one found counts.
 */
final class ClassFiles implements Closeable {

  private static final String SUFFIX = ".class";

  private final List<Path> roots = new ArrayList<>();
  private final List<FileSystem> opened = new ArrayList<>();
  private final Map<String, Optional<ClassFile>> known = new HashMap<>();

  /** Adds a jar, or a folder in which class files lie by their packages. */
  ClassFiles add(Path place) throws IOException {
    roots.add(root(place));
    known.clear();
    return this;
  }

  /** Adds all jars that lie in the folder itself. */
  ClassFiles addJarsIn(Path folder) throws IOException {
    for (Path jar : jarsIn(folder)) {
      add(jar);
    }
    return this;
  }

  /** Adds the classes and libraries of a .war, .hpi or .jpi, packed or unpacked. */
  ClassFiles addArchive(Path archive) throws IOException {
    Path root = root(archive);
    if (Files.isDirectory(root.resolve("WEB-INF/classes"))) {
      add(root.resolve("WEB-INF/classes"));
    }
    // Where jenkins.war keeps the servlet container and with it the servlet API.
    return addJarsIn(root.resolve("WEB-INF/lib")).addJarsIn(root.resolve("executable"));
  }

  /** The class file of that name, empty when there is none. */
  Optional<ClassFile> find(String name) {
    Optional<ClassFile> found = known.get(name);
    if (found == null) {
      found = bytes(name).map(ClassFileReader::read);
      known.put(name, found);
    }
    return found;
  }

  /** The content of the class file of that name, empty when there is none. */
  Optional<byte[]> bytes(String name) {
    try {
      for (Path root : roots) {
        Path file = root.resolve(name + SUFFIX);
        if (Files.isRegularFile(file)) {
          return Optional.of(Files.readAllBytes(file));
        }
      }
      try (InputStream jdk =
          ClassLoader.getPlatformClassLoader().getResourceAsStream(name + SUFFIX)) {
        return jdk == null ? Optional.empty() : Optional.of(jdk.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The class file of " + name + " cannot be read.", e);
    }
  }

  /** The names of all classes but the JDK's. */
  Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .map(file -> root.relativize(file).toString())
            .filter(file -> file.endsWith(SUFFIX))
            .filter(file -> !file.startsWith("META-INF/") && !file.endsWith("-info.class"))
            .forEach(file -> names.add(file.substring(0, file.length() - SUFFIX.length())));
      }
    }
    return names;
  }

  @Override
  public void close() throws IOException {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  private Path root(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return place;
    }
    FileSystem archive = FileSystems.newFileSystem(place);
    opened.add(archive);
    return archive.getPath("/");
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
