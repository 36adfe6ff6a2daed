package io.jenkins.plugins.austa.cli.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A shared library checked out in a directory. */
public final class DirectoryLibrary implements LibrarySource {
  private static final String SUFFIX = ".groovy";
  private final Path root;

  /** Uses {@code root}, the directory that holds {@code vars/}; missing folders count as empty. */
  public DirectoryLibrary(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Set<String> variableNames() {
    Path vars = root.resolve("vars");
    if (!Files.isDirectory(vars)) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(vars)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(SUFFIX))
          .forEach(file -> names.add(file.substring(0, file.length() - SUFFIX.length())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + vars, e);
    }
    return names;
  }

  @Override
  public Optional<URL> variable(String name) {
    return file("vars", name + SUFFIX);
  }

  @Override
  public Optional<URL> source(String className) {
    return file("src", className.replace('.', '/') + SUFFIX);
  }

  @Override
  public Optional<URL> resource(String path) {
    return file("resources", path);
  }

  private Optional<URL> file(String folder, String path) {
    Path base = root.resolve(folder);
    Path file = base.resolve(path).normalize();
    if (!file.startsWith(base) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("not a usable path: " + file, e);
    }
  }
}
