package io.jenkins.plugins.austa.test.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The plugin's file, and what its own class files need of others. */
final class Hpi {

  private static final String OURS = "io/jenkins/plugins/austa/";

  private Hpi() {}

  /** The file that this build made. */
  static Path file() {
    return Path.of(System.getProperty("austa.hpi", "../plugin/target/austa-pipeline.hpi"));
  }

  /**
   * Holds every reference into the packages, and what our classes inherit, against the classes.
   *
   * @param packages beginnings of type names
   * @param classes the .hpi's own and those that it is to run with
   * @return what does not resolve, empty when all is well
   */
  static Set<String> problems(List<String> packages, ClassFiles classes) throws IOException {
    ReferenceResolver resolver = new ReferenceResolver(classes);
    Set<String> problems = new TreeSet<>();
    for (String name : names()) {
      // A call of an inherited method names our own class, so those are looked at too.
      for (Reference reference : ClassReferences.of(classes.bytes(name).orElseThrow())) {
        if (reference.type().startsWith(OURS) || isIn(packages, reference.type())) {
          Optional<String> problem = resolver.problem(reference);
          problem.ifPresent(why -> problems.add(reference + ": " + why));
        }
      }
      problems.addAll(Inheritance.problems(classes.find(name).orElseThrow(), classes));
    }
    return problems;
  }

  /** How many references our class files make into the packages. */
  static long references(List<String> packages) throws IOException {
    long count = 0;
    try (ClassFiles ours = new ClassFiles().addArchive(file())) {
      for (String name : names()) {
        count +=
            ClassReferences.of(ours.bytes(name).orElseThrow()).stream()
                .filter(reference -> isIn(packages, reference.type()))
                .count();
      }
    }
    return count;
  }

  private static List<String> names() throws IOException {
    try (ClassFiles ours = new ClassFiles().addArchive(file())) {
      return ours.names().stream().filter(name -> name.startsWith(OURS)).toList();
    }
  }

  private static boolean isIn(List<String> packages, String type) {
    return packages.stream().anyMatch(type::startsWith);
  }
}
