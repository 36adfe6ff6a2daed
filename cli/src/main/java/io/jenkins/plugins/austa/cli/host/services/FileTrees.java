package io.jenkins.plugins.austa.cli.host.services;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Objects;

/** Copies and deletes whole folders. Symbolic links are taken as they are, never followed. */
public final class FileTrees {
  private FileTrees() {}

  /** Deletes a folder and all that is in it; does nothing when it does not exist. */
  public static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Copies files, given relative to {@code from}, to the same places below {@code to}. */
  public static void copy(Path from, Collection<Path> files, Path to) throws IOException {
    for (Path file : files) {
      Path target = to.resolve(file.toString());
      Files.createDirectories(Objects.requireNonNull(target.getParent(), "a file has a folder"));
      Files.copy(
          from.resolve(file),
          target,
          LinkOption.NOFOLLOW_LINKS,
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
