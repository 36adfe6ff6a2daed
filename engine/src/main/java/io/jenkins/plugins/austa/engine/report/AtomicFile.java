package io.jenkins.plugins.austa.engine.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file as one step: whoever reads it sees the old content or the new, never half of it,
 * and a write that fails leaves the old one. Folders above it are made.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes {@code text} as UTF-8; half characters (lone surrogates) become question marks. */
  public static void write(Path file, String text) throws RunReportException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("A report needs a file, not a whole disk: " + file);
    }
    try {
      Files.createDirectories(folder);
      // Not Files.createTempFile: the report is for whoever may read the folder, not for us alone.
      Path fresh = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID());
      try {
        // Not Files.writeString: that one throws on the half characters that cut log lines end in.
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        Files.move(
            fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new RunReportException(
          "Writing " + file + " failed: " + e + ". Check the folder's space and permissions.", e);
    }
  }
}
