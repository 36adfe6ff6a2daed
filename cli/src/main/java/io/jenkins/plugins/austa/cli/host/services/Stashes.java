package io.jenkins.plugins.austa.cli.host.services;

import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files kept between workspaces, one folder per stash. */
public final class Stashes {
  private final Path root;

  Stashes(Path root) {
    this.root = root;
  }

  /**
   * Keeps files under a name, in place of what was kept under it before.
   *
   * @return how many files
   */
  public int keep(String name, Path folder, FilePatterns patterns) throws IOException {
    Path stash = folderOf(name);
    FileTrees.delete(stash);
    Files.createDirectories(stash);
    List<Path> files = patterns.find(folder);
    FileTrees.copy(folder, files, stash);
    return files.size();
  }

  /**
   * Copies the files of a stash into a folder.
   *
   * @throws AbortException when nothing was kept under this name
   */
  public void restore(String name, Path folder) throws IOException {
    Path stash = folderOf(name);
    if (!Files.isDirectory(stash)) {
      throw new AbortException("there is no stash '" + name + "'");
    }
    FileTrees.copy(stash, FilePatterns.of("", "", false).find(stash), folder);
  }

  private Path folderOf(String name) throws AbortException {
    if (name == null || !name.matches("[\\w.@ -]+") || name.startsWith(".")) {
      throw new AbortException("'" + name + "' is not a usable name for a stash");
    }
    return root.resolve(name);
  }
}
