package io.jenkins.plugins.austa.test.controller;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.cli.scene.Scene;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What an administrator would set for a scene: credentials, environments, Slack, and the tools'
 * folder on the PATH. A scene set later takes the place of the one before.
 */
public final class SceneSettings {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SceneSettings() {}

  /**
   * Puts a scene behind a controller.
   *
   * @param tag the version tag, which a multibranch job of that tag would set
   */
  public static void apply(Scene scene, String tag, Controller controller)
      throws IOException, InterruptedException {
    String data =
        Base64.getEncoder().encodeToString(MAPPER.writeValueAsBytes(describe(scene, tag)));
    String read =
        "def scene = new groovy.json.JsonSlurperClassic().parseText(new String('%s'.decodeBase64(), 'UTF-8'))\n"
            .formatted(data);
    controller.admin().script(read + script());
  }

  private static ObjectNode describe(Scene scene, String tag) {
    AustaGlobalConfiguration settings = AustaGlobalConfiguration.get();
    ObjectNode described = MAPPER.createObjectNode();
    described.put("kubeconfig", scene.cluster().kubeconfig());
    described.put("slackUrl", settings.getSlackUrl());
    described.put("tools", scene.toolbox().folder().toAbsolutePath().toString());
    ObjectNode environment = described.putObject("environment");
    scene.toolbox().environment().forEach(environment::put);
    environment.put("TAG_NAME", tag);
    ArrayNode sites = described.putArray("sites");
    for (EnvironmentSite site : settings.getEnvironments()) {
      sites
          .addObject()
          .put("name", site.getName())
          .put("publicUrl", site.getPublicUrl())
          .put("prometheusUrl", site.getPrometheusUrl())
          .put("database", scene.databaseUrl(site.getName()));
    }
    return described;
  }

  private static String script() throws IOException {
    try (InputStream script = SceneSettings.class.getResourceAsStream("scene.groovy")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
