package io.jenkins.plugins.austa.engine.plan;

import java.util.Set;

/**
 * What lies in the repository, as far as the plan depends on it.
 *
 * @param folder the name of the repository's folder
 * @param existing those of {@link Planner#markers} that exist, relative, with forward slashes
 */
public record RepositoryFacts(String folder, Set<String> existing) {

  /** Copies the set. */
  public RepositoryFacts {
    existing = Set.copyOf(existing);
  }

  boolean has(String path) {
    return existing.contains(path);
  }
}
