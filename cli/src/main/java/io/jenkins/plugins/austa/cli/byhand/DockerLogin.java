package io.jenkins.plugins.austa.cli.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.austa.engine.images.RegistryLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code docker login} has left in {@code config.json}; programs that keep logins are not
 * asked.
 */
final class DockerLogin implements RegistryLogin {
  private static final String HUB = "https://index.docker.io/v1/";

  private final Path file;

  DockerLogin(Map<String, String> environment, Path home) {
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    this.file =
        (folder.isBlank() ? home.resolve(".docker") : Path.of(folder)).resolve("config.json");
  }

  @Override
  public Optional<String> basic(String registry) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode logins = new ObjectMapper().readTree(Files.readString(file)).path("auths");
      String key = registry.equals("docker.io") ? HUB : registry;
      JsonNode login = logins.has(key) ? logins.path(key) : logins.path("https://" + registry);
      return Optional.of(login.path("auth").asText("")).filter(secret -> !secret.isEmpty());
    } catch (IOException e) {
      // The registry's own answer tells better what is missing.
      return Optional.empty();
    }
  }
}
