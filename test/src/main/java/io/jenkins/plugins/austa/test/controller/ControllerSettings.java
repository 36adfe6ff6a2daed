package io.jenkins.plugins.austa.test.controller;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What an administrator would set. Settings applied later take the place of those before.
 *
 * @param kubeconfig the cluster of all environments
 * @param slackUrl where Slack's API is; null for the public one
 * @param tools folder that comes first on the agents' PATH
 * @param environment variables of all agents
 * @param sites the environments
 */
public record ControllerSettings(
    String kubeconfig,
    String slackUrl,
    Path tools,
    Map<String, String> environment,
    List<Site> sites) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Where an environment is.
   *
   * @param name as in {@code austa.yaml}
   * @param publicUrl the address users reach it at
   * @param prometheusUrl its Prometheus; null when it has none
   * @param database its database's connection URL; null when it has none
   */
  public record Site(String name, String publicUrl, String prometheusUrl, String database) {}

  /** Sets all of it on a controller. */
  public void apply(Controller controller) throws IOException, InterruptedException {
    Map<String, Object> described = new java.util.HashMap<>();
    described.put("kubeconfig", kubeconfig);
    described.put("slackUrl", slackUrl);
    described.put("tools", tools.toAbsolutePath().toString());
    described.put("environment", environment);
    described.put("sites", sites);
    String data = Base64.getEncoder().encodeToString(MAPPER.writeValueAsBytes(described));
    String json = "new String('" + data + "'.decodeBase64(), 'UTF-8')";
    String read = "def scene = new groovy.json.JsonSlurperClassic().parseText(" + json + ")\n";
    controller.admin().script(read + script());
  }

  private static String script() throws IOException {
    try (InputStream script = ControllerSettings.class.getResourceAsStream("scene.groovy")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
