package io.jenkins.plugins.austa.cli.host.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of a run.
 *
 * @param scripts for the scripts of {@code sh}
 * @param secrets for files that hold secrets while a step needs them
 * @param stashes for stashed files
 * @param artifacts for archived files; exists once something was archived
 */
public record RunFolders(Path scripts, Path secrets, Path stashes, Path artifacts) {

  /** Makes the folders below {@code home}, without what an earlier run has left in them. */
  static RunFolders create(Path home, Path artifacts) throws IOException {
    return new RunFolders(
        fresh(home.resolve("scripts")),
        fresh(home.resolve("secrets")),
        fresh(home.resolve("stashes")),
        artifacts);
  }

  private static Path fresh(Path folder) throws IOException {
    FileTrees.delete(folder);
    return Files.createDirectories(folder);
  }
}
