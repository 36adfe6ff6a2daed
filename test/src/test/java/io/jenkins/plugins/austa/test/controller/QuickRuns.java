package io.jenkins.plugins.austa.test.controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Runs whose commands are all {@code true}: three services with two checks each, a scan of each
 * service and of each image, and a branch that deploys nowhere. That is Test, Security, Build and
 * Report. What is not {@code true}: {@code trivy} and {@code docker buildx bake} are two small
 * shell scripts, because the pipeline reads what they write.
 *
 * @param job takes a parameter {@code RUN}
 */
record QuickRuns(Job job) {
  private static final Path RECORDED = Path.of("cockpit/recordings");
  private static final String TAG = "1.3.0";
  private static final String CONFIG =
      """
      platform: cockpit
      services:
        frontend: {install: none, checks: {lint: {run: "true"}, unit: {run: "true"}}}
        backend: {install: none, checks: {lint: {run: "true"}, unit: {run: "true"}}, migrations: none}
        ai-service: {install: none, checks: {lint: {run: "true"}, unit: {run: "true"}}}
      build: {registry: registry.austa.example, platforms: [linux/amd64]}
      security: {scanners: [trivy]}
      environments:
        production: {branches: [release]}
      """;

  static QuickRuns prepare(Stage stage, String name) throws Exception {
    return prepare(stage.controller(), stage.folder().resolve(name), name);
  }

  static QuickRuns prepare(Controller controller, Path home, String name) throws Exception {
    Path folder = Files.createDirectories(home);
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("austa.yaml"), CONFIG);
    Files.writeString(sources.resolve("Jenkinsfile"), "@Library('austa') _\naustaPipeline()\n");
    for (String marker :
        new String[] {
          "frontend/package.json", "backend/package.json", "ai-service/requirements.txt"
        }) {
      Files.createDirectories(sources.resolve(marker).getParent());
      Files.writeString(sources.resolve(marker), marker.endsWith("json") ? "{}" : "");
    }
    GitRepository repository = GitRepository.of(sources);
    tools(controller, folder);
    String definition = JobXml.withRunParameter(JobXml.fromRepository(repository.folder()));
    return new QuickRuns(controller.admin().job(name, definition));
  }

  /** Starts a run. */
  Build start() throws IOException, InterruptedException {
    return job.build(Map.of("RUN", "alone"));
  }

  private static void tools(Controller controller, Path folder)
      throws IOException, InterruptedException {
    Path tools = Files.createDirectories(folder.resolve("tools")).toAbsolutePath().normalize();
    take("by-hand/docker-bake/metadata.json", tools.resolve("metadata.json"));
    for (String service : List.of("frontend", "backend", "ai-service")) {
      take("by-hand/trivy-fs/" + service + ".json", tools.resolve("fs-" + service + ".json"));
      String image = "by-hand/trivy-image/" + service + "-linux-amd64.json";
      take(image, tools.resolve("image-" + service + ".json"));
    }
    script(
        tools.resolve("docker"),
        "while [ \"$1\" != --metadata-file ]; do shift; done; cp '%s/metadata.json' \"$2\"",
        tools);
    // Sources are scanned in the service's folder; of an image the name is the last argument.
    script(
        tools.resolve("trivy"),
        "kind=$1; name=${PWD##*/}; for last; do :; done\n"
            + "[ $kind = fs ] || { name=${last%%%%@*}; name=${name##*/}; }\n"
            + "while [ \"$1\" != --output ]; do shift; done; cp \"%s/$kind-$name.json\" \"$2\"",
        tools);
    new ControllerSettings("", null, tools, Map.of("TAG_NAME", TAG), List.of()).apply(controller);
  }

  private static void take(String recorded, Path to) throws IOException {
    Files.copy(RECORDED.resolve(recorded), to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void script(Path file, String command, Path tools) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + command.formatted(tools) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
