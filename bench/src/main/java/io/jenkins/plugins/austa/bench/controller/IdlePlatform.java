package io.jenkins.plugins.austa.bench.controller;

import io.jenkins.plugins.austa.test.controller.GitRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A platform all of whose commands do nothing, as git repositories and a folder of tools. */
final class IdlePlatform {
  private static final List<String> SERVICES = List.of("frontend", "backend", "ai-service");
  private static final List<String> TOOLS = List.of("bandit", "docker", "helm", "npm", "trivy");

  private final Path folder;

  IdlePlatform(Path folder) {
    this.folder = folder;
  }

  /** Delivered by one call of the library. */
  GitRepository byTheLibrary() throws IOException, InterruptedException {
    return repository("library", "Jenkinsfile", resource("platform/austa.yaml"));
  }

  /** Delivered by the library, without anybody having to agree. */
  GitRepository withoutApproval() throws IOException, InterruptedException {
    String config = resource("platform/austa.yaml").replace("required: true", "required: false");
    return repository("unattended", "Jenkinsfile", config);
  }

  /** Delivered by a Jenkinsfile with the same commands. */
  GitRepository byHand() throws IOException, InterruptedException {
    return repository("by-hand", "Jenkinsfile.handwritten", resource("platform/austa.yaml"));
  }

  /** The commands, for the agents' PATH. */
  Path tools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path file = tools.resolve(tool);
      Files.writeString(file, resource("tools/" + tool));
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
    }
    return tools;
  }

  private GitRepository repository(String name, String jenkinsfile, String config)
      throws IOException, InterruptedException {
    Path repository = Files.createDirectories(folder.resolve(name));
    for (String service : SERVICES) {
      Files.writeString(
          Files.createDirectories(repository.resolve(service)).resolve("README.md"),
          "Nothing to deliver.\n");
    }
    // By hand nobody makes these folders; they are there for both.
    Path own = repository.resolve(".austa");
    Files.writeString(Files.createDirectories(own.resolve("scans")).resolve("README.md"), "\n");
    Files.writeString(Files.createDirectories(own.resolve("report")).resolve("README.md"), "\n");
    Files.writeString(repository.resolve("austa.yaml"), config);
    Files.writeString(repository.resolve("Jenkinsfile"), resource("platform/" + jenkinsfile));
    return GitRepository.of(repository);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = IdlePlatform.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the benchmark has no file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
