package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import io.jenkins.plugins.austa.cli.toolbox.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sample platform as the demo delivers it: a copy, with what a fault changes in it.
 *
 * @param sources what is delivered
 * @param recordings what tools did that the machine lacks; the fault's own come first
 * @param fault what goes wrong; null when nothing does
 */
public record DemoSources(Sources sources, Recordings recordings, Fault fault) {
  private static final String VERSION = "1.3.0";
  private static final String COMMIT = "5e1f0a7d2c9b4e8f6a3d1b7c0e5f9a2d4c6b8e1f";

  /**
   * Prepares the copy.
   *
   * @param sample the sample platform
   * @param fault what goes wrong; null when nothing does
   * @param output where results go; the copy lies beside them
   */
  public static DemoSources prepare(Path sample, Fault fault, Path output) throws IOException {
    Path copy = output.toAbsolutePath().normalize().resolve("cockpit");
    FileTrees.delete(copy);
    WorkingCopy.copy(sample, copy);
    List<Path> recordings = new ArrayList<>();
    if (fault != null) {
      Path changes = sample.resolve("recordings/faults").resolve(fault.toString());
      recordings.add(changes);
      if (Files.isDirectory(changes.resolve("overlay"))) {
        WorkingCopy.copy(changes.resolve("overlay"), copy);
      }
    }
    recordings.add(sample.resolve("recordings"));
    Sources sources = new Sources(copy, "main", VERSION, COMMIT, "developer");
    return new DemoSources(sources, Recordings.read(recordings), fault);
  }
}
