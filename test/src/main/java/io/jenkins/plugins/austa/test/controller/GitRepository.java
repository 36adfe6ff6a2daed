package io.jenkins.plugins.austa.test.controller;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A git repository on this machine that a controller clones from.
 *
 * @param folder its working tree, or the bare repository itself
 */
public record GitRepository(Path folder) {

  /** Makes a repository of a folder: all that lies in it becomes one commit on {@code main}. */
  public static GitRepository of(Path folder) throws IOException, InterruptedException {
    GitRepository repository = new GitRepository(folder.toAbsolutePath().normalize());
    repository.git("init", "-q", "-b", "main");
    repository.git("config", "user.name", "Dana Developer");
    repository.git("config", "user.email", "dana@cockpit.example.com");
    repository.commit("The sample platform");
    return repository;
  }

  /** Clones a checkout's current commit as branch {@code main} of a bare repository. */
  public static GitRepository bareCloneOf(Path checkout, Path bare)
      throws IOException, InterruptedException {
    Files.createDirectories(bare);
    GitRepository clone = new GitRepository(bare.toAbsolutePath().normalize());
    clone.git("init", "-q", "--bare", "-b", "main");
    clone.git("fetch", "-q", checkout.toAbsolutePath().toString(), "+HEAD:refs/heads/main");
    return clone;
  }

  /** Commits all that has changed in the working tree. */
  public void commit(String message) throws IOException, InterruptedException {
    git("add", "-A", "-f");
    git("commit", "-q", "-m", message);
  }

  /** The commit that is checked out. */
  public String head() throws IOException, InterruptedException {
    return git("rev-parse", "HEAD").strip();
  }

  /** Runs git in the repository. */
  public String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed:\n" + printed);
    }
    return printed;
  }
}
