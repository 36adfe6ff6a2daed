package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.toolbox.Commands;
import java.nio.file.Path;

/** Asks git what a folder is a checkout of. */
public final class Checkout {

  private Checkout() {}

  /**
   * Describes a repository.
   *
   * @param folder the repository's folder
   * @param branch the branch it stands for; null to ask git
   * @param tag the version tag; null when none
   */
  public static Sources describe(Path folder, String branch, String tag) {
    String current = branch == null ? git(folder, "rev-parse", "--abbrev-ref", "HEAD") : branch;
    return new Sources(
        folder.toAbsolutePath().normalize(),
        current.isEmpty() || current.equals("HEAD") ? "main" : current,
        tag,
        git(folder, "rev-parse", "HEAD"),
        git(folder, "log", "-1", "--format=%ae"));
  }

  private static String git(Path folder, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "-C";
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Commands.firstLine("git", all).orElse("");
  }
}
