package io.jenkins.plugins.austa.plugin.library;

import hudson.FilePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files below a folder of the plugin's own class path, in its jar or unpacked; immutable. */
final class PackedFiles {
  private static final Map<String, PackedFiles> KNOWN = new ConcurrentHashMap<>();

  private final SortedMap<String, byte[]> files;

  private PackedFiles(SortedMap<String, byte[]> files) {
    this.files = Collections.unmodifiableSortedMap(files);
  }

  /**
   * Reads a folder into memory, once: it cannot change while the plugin runs, and every run of
   * every job asks.
   *
   * @param folder absolute, with a slash at both ends
   * @param marker a file that must be below it: class paths find files, not folders
   * @throws IOException when {@code marker} is not there, or cannot be read
   */
  static PackedFiles below(String folder, String marker) throws IOException {
    PackedFiles known = KNOWN.get(folder);
    if (known == null) {
      known = read(folder, marker);
      KNOWN.put(folder, known);
    }
    return known;
  }

  private static PackedFiles read(String folder, String known) throws IOException {
    URL found = PackedFiles.class.getResource(folder + known);
    if (found == null) {
      throw new IOException(
          "the plugin's own file "
              + folder
              + known
              + " is not on the class path; reinstall the plugin");
    }
    URLConnection connection = found.openConnection();
    return new PackedFiles(
        connection instanceof JarURLConnection jar
            ? fromJar(jar, folder.substring(1))
            : fromFolder(above(found, known)));
  }

  /** The contents by their paths below the folder, with slashes. */
  SortedMap<String, byte[]> contents() {
    return files;
  }

  /** Writes the files below {@code target}, in place of those of the same names. */
  void write(FilePath target) throws IOException, InterruptedException {
    target.act(new WriteFiles().addAll("", files));
  }

  private static SortedMap<String, byte[]> fromJar(JarURLConnection connection, String prefix)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    // A cached JarFile is shared: closing it here would close it for others.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(entry.getName().substring(prefix.length()), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> fromFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Path above(URL found, String known) throws IOException {
    try {
      Path folder = Path.of(found.toURI());
      for (int i = 0; i < Path.of(known).getNameCount(); i++) {
        folder = folder.getParent();
      }
      return folder;
    } catch (URISyntaxException e) {
      throw new IOException("the plugin's own files lie at an unusable address: " + found, e);
    }
  }
}
