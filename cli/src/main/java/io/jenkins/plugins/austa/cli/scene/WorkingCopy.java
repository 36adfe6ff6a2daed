package io.jenkins.plugins.austa.cli.scene;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies sources, so that a run never writes into what somebody is working on. */
final class WorkingCopy {
  private static final Set<String> LEFT_OUT =
      Set.of(
          ".git",
          "node_modules",
          "target",
          ".austa",
          "recordings",
          "__pycache__",
          "reports",
          "dist");

  private WorkingCopy() {}

  /** Copies a folder onto another; what is only in the target stays. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            boolean leftOut =
                !folder.equals(from) && LEFT_OUT.contains(String.valueOf(folder.getFileName()));
            if (leftOut) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.copy(
                file,
                target,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
