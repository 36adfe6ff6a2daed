package io.jenkins.plugins.austa.test.controller;

import io.jenkins.plugins.austa.cli.scene.DemoSources;
import io.jenkins.plugins.austa.cli.scene.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where scenarios are played: one controller for all of them, and a folder for each.
 *
 * @param controller the controller; running at the start of each scenario
 * @param kit what it is made of
 * @param folder for files of scenarios
 */
record Stage(Controller controller, ControllerKit kit, Path folder) {
  private static final Path SAMPLE = Path.of("cockpit");
  private static final String QUICK =
      """
      platform: cockpit
      services:
        frontend: {install: none, checks: {unit: {run: "true"}}}
        backend: {install: none, checks: {unit: {run: "true"}}, migrations: none}
        ai-service: {install: none, checks: {unit: {run: "true"}}}
      build: {registry: registry.austa.example, platforms: [linux/amd64]}
      security: {scanners: [trivy]}
      environments:
        production:
          replicas: {frontend: 2, backend: 3, ai-service: 2}
          approval: {approvers: [bob], timeout: 10m}
          health: {timeout: 1m}
          verify: {window: 5s, interval: 1s, errorRate: 1%, convergence: 15s}
          retire: {drain: 1s}
      """;

  /** Something to change in the sample platform before it is committed. */
  @FunctionalInterface
  interface Change {
    void in(Path sources) throws IOException;
  }

  /** The sample platform with its scene, behind the controller, as a job of that name. */
  Performance perform(String name, Fault fault, Change... changes) throws Exception {
    Path home = Files.createDirectories(folder.resolve(name));
    DemoSources demo = DemoSources.prepare(SAMPLE, fault, home);
    for (Change change : changes) {
      change.in(demo.sources().folder());
    }
    return Performance.begin(controller, demo, home, name);
  }

  /** Checks that are {@code true}, and production only: quickly at the approval. */
  static Change quick() {
    return sources -> Files.writeString(sources.resolve("austa.yaml"), QUICK);
  }

  /** Changes a text in the sample's {@code austa.yaml}, which must be there. */
  static Change config(String from, String to) {
    return sources -> {
      Path file = sources.resolve("austa.yaml");
      String text = Files.readString(file);
      if (!text.contains(from)) {
        throw new IOException(file + " does not say: " + from);
      }
      Files.writeString(file, text.replace(from, to));
    };
  }
}
