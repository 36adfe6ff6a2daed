package io.jenkins.plugins.austa.plugin.site;

import hudson.Util;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The folder on the controller where audit records outlive their builds. */
public final class AuditPlace {
  private static final String DEFAULT = "austa/audit";

  /** What Jenkins deletes or serves by itself, below its home. */
  private static final List<String> UNFIT =
      List.of("jobs", "workspace", "war", "plugins", "userContent", "secrets", "caches");

  private final String given;

  private AuditPlace(String given) {
    this.given = given;
  }

  /**
   * The place that a setting names.
   *
   * @param setting an absolute path, or null or blank for the default below Jenkins' home
   */
  public static AuditPlace of(String setting) {
    return new AuditPlace(Util.fixEmptyAndTrim(setting));
  }

  /** Why nothing can or should be kept there, and what to do; empty when it is well. */
  public Optional<String> problem() {
    Path folder;
    try {
      folder = folder();
    } catch (InvalidPathException e) {
      return Optional.of("This is no path of a folder.");
    }
    if (!folder.isAbsolute()) {
      return Optional.of(
          "Write the whole path, beginning at the root, for example /var/lib/austa/audit.");
    }
    return misplaced(folder.normalize()).or(() -> unwritable(folder.normalize()));
  }

  /**
   * The folder; it need not be there.
   *
   * @throws InvalidPathException when the setting is no path
   */
  public Path folder() {
    return given == null ? home().resolve(DEFAULT) : Path.of(given);
  }

  private static Optional<String> misplaced(Path folder) {
    Path home = home();
    if (home.startsWith(folder)) {
      return Optional.of(
          "Jenkins' own home lies in this folder. Name a folder for the records alone.");
    }
    for (String name : UNFIT) {
      if (folder.startsWith(home.resolve(name))) {
        return Optional.of(
            "Jenkins deletes or serves what is in its folder "
                + name
                + ". Name a folder outside of it.");
      }
    }
    return Optional.empty();
  }

  /** Asks the nearest folder that is there; makes none, because a form may be left unsaved. */
  private static Optional<String> unwritable(Path folder) {
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there)) {
      return Optional.of(there + " is a file. Name a folder.");
    }
    return Files.isWritable(there)
        ? Optional.empty()
        : Optional.of(
            "Jenkins may not write to "
                + there
                + ". Give its account the right, or name another folder.");
  }

  private static Path home() {
    return Jenkins.get().getRootDir().toPath().toAbsolutePath().normalize();
  }
}
