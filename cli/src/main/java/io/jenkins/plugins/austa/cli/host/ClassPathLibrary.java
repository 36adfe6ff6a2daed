package io.jenkins.plugins.austa.cli.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A shared library packed into a jar or class folder, below a prefix such as {@code library/}. */
public final class ClassPathLibrary implements LibrarySource {
  private static final String SUFFIX = ".groovy";
  private final ClassLoader loader;
  private final String prefix;

  /** Uses the resources of {@code loader} whose names start with {@code prefix}. */
  public ClassPathLibrary(ClassLoader loader, String prefix) {
    this.loader = loader;
    this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  @Override
  public Set<String> variableNames() {
    Set<String> names = new TreeSet<>();
    try {
      for (URL folder : Collections.list(loader.getResources(prefix + "vars"))) {
        names.addAll(list(folder));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot list " + prefix + "vars on the class path", e);
    }
    return names;
  }

  private Set<String> list(URL folder) throws IOException, URISyntaxException {
    if ("file".equals(folder.getProtocol())) {
      Path vars = Path.of(new URI(folder.toString()));
      Path root = vars.getParent();
      return root == null ? Set.of() : new DirectoryLibrary(root).variableNames();
    }
    Set<String> names = new TreeSet<>();
    URLConnection connection = folder.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String start = prefix + "vars/";
      jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(entry -> entry.startsWith(start) && entry.endsWith(SUFFIX))
          .map(entry -> entry.substring(start.length(), entry.length() - SUFFIX.length()))
          .filter(name -> name.indexOf('/') < 0)
          .forEach(names::add);
    }
    return names;
  }

  @Override
  public Optional<URL> variable(String name) {
    return find("vars/" + name + SUFFIX);
  }

  @Override
  public Optional<URL> source(String className) {
    return find("src/" + className.replace('.', '/') + SUFFIX);
  }

  @Override
  public Optional<URL> resource(String path) {
    return path.contains("..") ? Optional.empty() : find("resources/" + path);
  }

  private Optional<URL> find(String path) {
    try {
      return Collections.list(loader.getResources(prefix + path)).stream().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look up " + prefix + path, e);
    }
  }
}
