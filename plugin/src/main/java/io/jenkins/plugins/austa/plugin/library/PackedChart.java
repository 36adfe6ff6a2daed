package io.jenkins.plugins.austa.plugin.library;

import hudson.FilePath;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The Helm chart that the plugin carries. */
public final class PackedChart {
  private static final String FOLDER =
      "/io/jenkins/plugins/austa/library/resources/io/jenkins/plugins/austa/chart/";
  private static final String MARKER = "Chart.yaml";
  private static final int SHORT = 12;

  private final Map<String, byte[]> files;

  private PackedChart(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Reads the chart from the class path; about ten small files. */
  public static PackedChart get() throws IOException {
    URL marker = PackedChart.class.getResource(FOLDER + MARKER);
    if (marker == null) {
      throw new IOException(
          "the plugin's own Helm chart is not on the class path; reinstall the plugin");
    }
    URLConnection connection = marker.openConnection();
    return new PackedChart(
        connection instanceof JarURLConnection jar ? fromJar(jar) : fromFolder(marker));
  }

  /** The chart's name with a digest over its files: differs whenever the chart differs. */
  public String version() {
    Sha256 sha256 = new Sha256();
    files.forEach((name, content) -> sha256.add(name).add(content));
    return "austa@sha256:" + sha256.hex().substring(0, SHORT);
  }

  /** Writes the chart into a folder of the workspace, in place of what is there. */
  public void write(FilePath folder) throws IOException, InterruptedException {
    folder.deleteRecursive();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      FilePath target = folder.child(file.getKey());
      target.getParent().mkdirs();
      target.copyFrom(new java.io.ByteArrayInputStream(file.getValue()));
    }
  }

  private static Map<String, byte[]> fromJar(JarURLConnection connection) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String prefix = FOLDER.substring(1);
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

  private static Map<String, byte[]> fromFolder(URL marker) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      Path folder = Path.of(marker.toURI()).getParent();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(
              folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
      return files;
    } catch (URISyntaxException e) {
      throw new IOException("the plugin's chart lies at an unusable address: " + marker, e);
    }
  }
}
