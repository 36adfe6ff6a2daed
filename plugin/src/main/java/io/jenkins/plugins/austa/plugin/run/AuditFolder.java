package io.jenkins.plugins.austa.plugin.run;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.austa.plugin.site.AuditPlace;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Keeps what runs report where it outlives them. Records are only ever added: none is changed,
 * replaced or deleted here.
 */
public final class AuditFolder {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int MOST = 1000;

  private AuditFolder() {}

  /**
   * Keeps the report of a run in {@code <folder>/<job's full name>/<number>-<start>.json}; a second
   * one of the same run stands beside the first. When it returns, the record is on disk, whole.
   *
   * @param run the run
   * @param json its {@code run.json}
   * @return the file
   * @throws AbortException when it cannot be kept; says why and what to do
   */
  public static Path keep(Run<?, ?> run, String json) throws AbortException {
    AuditPlace place = AuditPlace.of(AustaGlobalConfiguration.get().getAuditFolder());
    String problem = place.problem().orElse(null);
    if (problem != null) {
      throw refused(run, problem);
    }
    Path folder = place.folder();
    try {
      for (String part : run.getParent().getFullName().split("/")) {
        folder = folder.resolve(fileName(part));
      }
      Files.createDirectories(folder);
      return add(folder, base(run), json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw refused(run, "Writing to " + folder + " failed: " + e + ".");
    }
  }

  private static Path add(Path folder, String base, byte[] record) throws IOException {
    Path fresh = folder.resolve("." + base + "." + UUID.randomUUID());
    try {
      try (FileChannel file =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(record);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      readOnly(fresh);
      return name(fresh, folder, base);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Gives the record its name; a link, unlike a move, never takes the place of another file. */
  private static Path name(Path fresh, Path folder, String base) throws IOException {
    for (int i = 1; i <= MOST; i++) {
      Path target = folder.resolve(base + (i == 1 ? "" : "-" + i) + ".json");
      try {
        Files.createLink(target, fresh);
        return target;
      } catch (FileAlreadyExistsException e) {
        continue;
      } catch (FileSystemException | UnsupportedOperationException e) {
        return Files.move(fresh, target); // Not every file system has links.
      }
    }
    throw new IOException("there are " + MOST + " records of this run already");
  }

  private static void readOnly(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    }
  }

  private static String base(Run<?, ?> run) {
    return run.getNumber() + "-" + WHEN.format(Instant.ofEpochMilli(run.getStartTimeInMillis()));
  }

  /** A job's name as that of a folder: nothing in it leads elsewhere. */
  private static String fileName(String part) {
    String name = part.replaceAll("[^\\p{L}\\p{N} %._-]", "_");
    return name.startsWith(".") ? "_" + name.substring(1) : name;
  }

  private static AbortException refused(Run<?, ?> run, String why) {
    return new AbortException(
        "The audit record of "
            + run.getFullDisplayName()
            + " was not kept. "
            + why
            + " Mend it (Manage Jenkins › AUSTA Pipeline), and copy run.json from the build's artifacts"
            + " there.");
  }
}
