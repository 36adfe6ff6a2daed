package io.jenkins.plugins.austa.cli.host;

import java.net.URL;
import java.util.Optional;
import java.util.Set;

/**
 * A shared library in Jenkins' layout: {@code vars/*.groovy}, {@code src/}, {@code resources/}.
 *
 * <p>Implementations are looked up by name only, so that nothing is read before it is used.
 */
public interface LibrarySource {

  /** Returns the names of all global variables the library defines. */
  Set<String> variableNames();

  /** Returns the script of the global variable {@code name}, empty when there is none. */
  Optional<URL> variable(String name);

  /** Returns the Groovy source of a class in {@code src/}, empty when there is none. */
  Optional<URL> source(String className);

  /** Returns a file below {@code resources/}; {@code path} uses {@code /} and is relative. */
  Optional<URL> resource(String path);

  /** A library with nothing in it. */
  static LibrarySource none() {
    return new LibrarySource() {
      @Override
      public Set<String> variableNames() {
        return Set.of();
      }

      @Override
      public Optional<URL> variable(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<URL> source(String className) {
        return Optional.empty();
      }

      @Override
      public Optional<URL> resource(String path) {
        return Optional.empty();
      }
    };
  }
}
