package io.jenkins.plugins.austa.cli.toolbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * A class path with the shim alone: a JVM that opens one small folder starts sooner than one with
 * forty jars.
 */
final class ShimJar {
  private static final List<Class<?>> CLASSES = List.of(Shim.class, ToolCall.class);

  private ShimJar() {}

  static Path path(Path folder) throws IOException {
    Path root = folder.resolveSibling(folder.getFileName() + "-classes");
    for (Class<?> type : CLASSES) {
      String name = type.getName().replace('.', '/') + ".class";
      Path target = root.resolve(name);
      Files.createDirectories(
          Objects.requireNonNull(target.getParent(), "a class file has a folder"));
      try (InputStream in = type.getResourceAsStream("/" + name)) {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return root;
  }
}
