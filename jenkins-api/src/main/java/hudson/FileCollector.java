package hudson;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Collects the files of a tree; what vanishes or leads in a circle is passed over. Ours. */
final class FileCollector extends SimpleFileVisitor<Path> {
  private final List<Path> files;

  FileCollector(List<Path> files) {
    this.files = files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    files.add(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    return FileVisitResult.CONTINUE;
  }
}
