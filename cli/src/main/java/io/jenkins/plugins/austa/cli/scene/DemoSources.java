package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import io.jenkins.plugins.austa.cli.toolbox.Recordings;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  private static final String PRODUCTION = "\n  production:\n";

  /** Prepares the copy with the router that the sample has. */
  public static DemoSources prepare(Path sample, Fault fault, Path output) throws IOException {
    return prepare(sample, fault, null, output);
  }

  /**
   * Prepares the copy.
   *
   * @param sample the sample platform
   * @param fault what goes wrong; null when nothing does
   * @param router what moves users in production; null for what the sample says
   * @param output where results go; the copy lies beside them
   */
  public static DemoSources prepare(Path sample, Fault fault, RouterKind router, Path output)
      throws IOException {
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
    if (router != null) {
      choose(router, copy.resolve("austa.yaml"));
    }
    Sources sources = new Sources(copy, "main", VERSION, COMMIT, "developer");
    return new DemoSources(sources, Recordings.read(recordings), fault);
  }

  private static void choose(RouterKind router, Path file) throws IOException {
    String keys = "    router: " + router.name().toLowerCase(Locale.ROOT) + "\n";
    if (router == RouterKind.GATEWAY) {
      keys += "    gateway: {name: public, namespace: gateways}\n";
    }
    String yaml = Files.readString(file);
    if (!yaml.contains(PRODUCTION)) {
      throw new IllegalStateException("the sample platform has no production: " + file);
    }
    Files.writeString(file, yaml.replace(PRODUCTION, PRODUCTION + keys));
  }
}
