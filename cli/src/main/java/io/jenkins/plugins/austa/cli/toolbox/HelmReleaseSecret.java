package io.jenkins.plugins.austa.cli.toolbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The secret in which Helm 3 keeps a release: {@code sh.helm.release.v1.NAME.vN}, type {@code
 * helm.sh/release.v1}, its {@code release} the Base64 of gzipped JSON (Helm, {@code
 * pkg/storage/driver/util.go}).
 */
final class HelmReleaseSecret {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private HelmReleaseSecret() {}

  /** Records a release and marks the earlier ones superseded; returns its revision. */
  static int write(
      KubernetesClient client, String name, String namespace, String manifest, Path values)
      throws IOException {
    List<Secret> earlier =
        client
            .secrets()
            .inNamespace(namespace)
            .withLabels(Map.of("owner", "helm", "name", name))
            .list()
            .getItems();
    int revision = earlier.size() + 1;
    earlier.forEach(secret -> supersede(client, secret));
    client
        .resource(
            secret(name, namespace, revision, release(name, namespace, revision, manifest, values)))
        .create();
    return revision;
  }

  private static void supersede(KubernetesClient client, Secret secret) {
    secret.getMetadata().getLabels().put("status", "superseded");
    client.resource(secret).update();
  }

  private static Secret secret(String name, String namespace, int revision, String release) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName("sh.helm.release.v1." + name + ".v" + revision)
        .withNamespace(namespace)
        .addToLabels("owner", "helm")
        .addToLabels("name", name)
        .addToLabels("version", String.valueOf(revision))
        .addToLabels("status", "deployed")
        .endMetadata()
        .withType("helm.sh/release.v1")
        .addToData("release", release)
        .build();
  }

  private static String release(
      String name, String namespace, int revision, String manifest, Path values)
      throws IOException {
    Map<String, Object> release =
        Map.of(
            "name", name,
            "namespace", namespace,
            "version", revision,
            "manifest", manifest,
            "config", MAPPER.readTree(Files.readString(values)),
            "info", Map.of("status", "deployed", "last_deployed", Instant.now().toString()));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(MAPPER.writeValueAsString(release).getBytes(StandardCharsets.UTF_8));
    }
    // Twice: once by Helm, once because a secret's data always is.
    String helms = Base64.getEncoder().encodeToString(packed.toByteArray());
    return Base64.getEncoder().encodeToString(helms.getBytes(StandardCharsets.UTF_8));
  }
}
