package io.jenkins.plugins.austa.cli.byhand;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What others than the rollout put on the shop's cluster. */
final class ShopObjects {

  private ShopObjects() {}

  /** An Ingress of the platform's own, which leads to Services that no colour owns. */
  static void leadToStableServices(KubernetesClient client, String namespace) {
    client
        .resource(
            new IngressBuilder()
                .withNewMetadata()
                .withName("shop")
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .withNewHttp()
                .withPaths(path("/", "frontend"), path("/api", "backend"))
                .endHttp()
                .endRule()
                .endSpec()
                .build())
        .create();
  }

  private static HTTPIngressPath path(String path, String service) {
    return new HTTPIngressPathBuilder()
        .withPath(path)
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName("austa-production-" + service)
        .withNewPort()
        .withName("http")
        .endPort()
        .endService()
        .endBackend()
        .build();
  }

  /** Leaves a Helm release as Helm does that is killed in the middle. */
  static void pending(KubernetesClient client, String namespace, String release, String status)
      throws IOException {
    String content =
        "{\"name\":\"%s\",\"version\":1,\"info\":{\"status\":\"%s\"}}".formatted(release, status);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sh.helm.release.v1." + release + ".v1")
                .withNamespace(namespace)
                .addToLabels(Map.of("owner", "helm", "name", release, "status", status))
                .endMetadata()
                .withType("helm.sh/release.v1")
                .addToData("release", base64(base64(packed.toByteArray())))
                .build())
        .create();
  }

  static void expireLease(KubernetesClient client, String namespace, String name) {
    client
        .leases()
        .inNamespace(namespace)
        .withName(name)
        .edit(
            lease -> {
              lease.getSpec().setRenewTime(ZonedDateTime.now(ZoneOffset.UTC).minusHours(1));
              return lease;
            });
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.US_ASCII));
  }
}
