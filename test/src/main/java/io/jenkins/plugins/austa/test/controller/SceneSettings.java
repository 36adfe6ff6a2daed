package io.jenkins.plugins.austa.test.controller;

import io.jenkins.plugins.austa.cli.scene.Scene;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import io.jenkins.plugins.austa.test.controller.ControllerSettings.Site;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a scene behind a controller. */
public final class SceneSettings {

  private SceneSettings() {}

  /**
   * Sets on a controller what an administrator would set for a scene.
   *
   * @param tag the version tag, which a multibranch job of that tag would set
   */
  public static void apply(Scene scene, String tag, Controller controller)
      throws IOException, InterruptedException {
    AustaGlobalConfiguration settings = AustaGlobalConfiguration.get();
    Map<String, String> environment = new HashMap<>(scene.toolbox().environment());
    environment.put("TAG_NAME", tag);
    List<Site> sites = settings.getEnvironments().stream().map(site -> site(site, scene)).toList();
    new ControllerSettings(
            scene.cluster().kubeconfig(),
            settings.getSlackUrl(),
            scene.toolbox().folder(),
            environment,
            sites)
        .apply(controller);
  }

  private static Site site(EnvironmentSite site, Scene scene) {
    return new Site(
        site.getName(),
        site.getPublicUrl(),
        site.getPrometheusUrl(),
        scene.databaseUrl(site.getName()));
  }
}
