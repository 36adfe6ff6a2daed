package io.jenkins.plugins.austa.cli.host.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The workspaces of a run. The first {@code node} block at a time uses the main one, others beside
 * it get {@code workspace@2} and so on, as in Jenkins.
 */
public final class Workspaces {
  private final Path main;
  private final Path others;
  private final Set<Path> taken = new HashSet<>();

  Workspaces(Path main, Path others) {
    this.main = main;
    this.others = others;
  }

  /** Takes a workspace nobody uses; it exists, and holds what its last user left. */
  public synchronized Path take() throws IOException {
    Path workspace = main;
    for (int i = 2; !taken.add(workspace); i++) {
      workspace = others.resolve("workspace@" + i);
    }
    return Files.createDirectories(workspace);
  }

  /** Gives a workspace back. */
  public synchronized void free(Path workspace) {
    taken.remove(workspace);
  }
}
