package io.jenkins.plugins.austa.engine.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What Helm 3 remembers of a release: a Secret {@code sh.helm.release.v1.NAME.vN} each, its key
 * {@code release} the Base64 of gzipped JSON. Reads only; calls block.
 *
 * <p>Needs the verb {@code list} on secrets.
 */
public final class HelmHistory {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 32 * 1024 * 1024;

  private final KubernetesClient client;
  private final String namespace;

  /**
   * @param client not closed here
   */
  public HelmHistory(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /**
   * The entries of a release, latest first; none when it is not installed.
   *
   * @throws ClusterException if the cluster does not answer or denies it
   */
  public List<HelmRevision> of(String release) {
    try {
      return client
          .secrets()
          .inNamespace(namespace)
          .withLabels(Map.of("owner", "helm", "name", release))
          .list()
          .getItems()
          .stream()
          .map(secret -> read(release, secret))
          .flatMap(Optional::stream)
          .sorted(Comparator.comparingInt(HelmRevision::version).reversed())
          .toList();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read Helm's history of " + release + " in " + namespace, e);
    }
  }

  /** The latest entry if Helm would refuse to go on from it. */
  public Optional<HelmRevision> pending(String release) {
    return of(release).stream().findFirst().filter(HelmRevision::isPending);
  }

  /** Empty for one that makes no sense: it can then not be gone back to. */
  private static Optional<HelmRevision> read(String release, Secret secret) {
    String data = secret.getData() == null ? null : secret.getData().get("release");
    if (data == null) {
      return Optional.empty();
    }
    try {
      // Twice: once by Kubernetes, once by Helm.
      byte[] once = Base64.getDecoder().decode(data);
      byte[] packed = Base64.getDecoder().decode(new String(once, StandardCharsets.US_ASCII));
      JsonNode content = JSON.readTree(unpacked(packed));
      return Optional.of(
          new HelmRevision(
              release,
              content.path("version").asInt(),
              content.path("info").path("status").asText("unknown"),
              content));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(LARGEST);
    }
  }
}
