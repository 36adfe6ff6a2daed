package io.jenkins.plugins.austa.cli.toolbox;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code helm upgrade --install} does to a cluster: renders, writes the objects, keeps the
 * release.
 */
public final class HelmInstall {

  private HelmInstall() {}

  /**
   * Installs or upgrades a release.
   *
   * @return the objects as they were asked for
   */
  public static Installed run(
      KubernetesClient client, String release, Path chart, String namespace, Path values)
      throws IOException, InterruptedException {
    String manifest = ChartRenderer.render(release, chart, namespace, values);
    List<HasMetadata> objects =
        client.load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8))).items();
    objects.forEach(object -> apply(client, object, namespace));
    int revision = HelmReleaseSecret.write(client, release, namespace, manifest, values);
    return new Installed(revision, objects);
  }

  /**
   * A release.
   *
   * @param revision Helm's own count
   * @param objects what it consists of
   */
  public record Installed(int revision, List<HasMetadata> objects) {}

  private static void apply(KubernetesClient client, HasMetadata object, String namespace) {
    object.getMetadata().setNamespace(namespace);
    Resource<HasMetadata> resource = client.resource(object).inNamespace(namespace);
    HasMetadata existing = resource.get();
    if (existing == null) {
      resource.create();
      return;
    }
    object.getMetadata().setResourceVersion(existing.getMetadata().getResourceVersion());
    client.resource(object).inNamespace(namespace).update();
  }
}
