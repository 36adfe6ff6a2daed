package io.jenkins.plugins.austa.bench.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How a {@link RolloutProcess} is started fast: from jars, with its classes in an archive. */
final class ChildCommand {
  private final Path folder;
  private final String classPath;
  private final Path archive;

  /**
   * @param folder for what is made here
   */
  ChildCommand(Path folder) throws IOException {
    this.folder = folder;
    this.archive = folder.resolve("classes.jsa");
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      // An archive of classes takes them from jars only.
      jars.add(Files.isDirectory(path) ? jar(path, jars.size()).toString() : entry);
    }
    this.classPath = String.join(File.pathSeparator, jars);
  }

  /** The first, which leaves the archive behind when it ends. */
  List<String> first(List<String> arguments) {
    return command("-XX:ArchiveClassesAtExit=" + archive, arguments);
  }

  /** Any other. */
  List<String> next(List<String> arguments) {
    return command("-XX:SharedArchiveFile=" + archive, arguments);
  }

  private List<String> command(String sharing, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Xlog:disable",
                "-Xlog:all=off",
                sharing,
                "-cp",
                classPath,
                RolloutProcess.class.getName()));
    command.addAll(arguments);
    return command;
  }

  private Path jar(Path classes, int index) throws IOException {
    Path jar = folder.resolve("classes-" + index + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(
            new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
