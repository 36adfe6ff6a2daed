package io.jenkins.plugins.austa.engine.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The templates of this repository. */
final class Templates {
  static final Path FOLDER =
      Path.of("..", "resources", "io", "jenkins", "plugins", "austa", "pods");

  private Templates() {}

  static PodTemplates read() throws IOException {
    return new PodTemplates(files());
  }

  static Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(FOLDER.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
