package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.cli.Commanded;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A repository of two services, its registry, and a cluster with the namespaces for it. */
final class Shop extends ExternalResource {
  static final String PRODUCTION = "austa-shop-production";
  static final String STAGING = "austa-shop-staging";
  private static final String CONFIG =
      """
      platform: shop
      services:
        frontend: {kind: node, checks: {unit: {run: 'true'}}}
        backend: {kind: node, checks: {unit: {run: 'true'}}}
      build: {registry: %s}
      environments:
        staging: {health: {timeout: 60s}}
        production:
          health: {timeout: 60s, webSockets: [{service: backend, path: /api/live}]}
          verify: {window: 3s, interval: 1s, convergence: 30s}
          retire: {drain: 1s}
      """;

  private final TemporaryFolder folder = new TemporaryFolder();
  private HttpServer registry;
  private SandboxCluster cluster;
  private KubernetesClient client;
  private Path kubeconfig;

  @Override
  protected void before() throws Throwable {
    folder.create();
    cluster = SandboxCluster.builder().autoNamespaces(false).start();
    client = cluster.client();
    namespace(PRODUCTION);
    namespace(STAGING);
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/v2/", Shop::manifest);
    registry.start();
    kubeconfig = Files.writeString(folder.newFile("kubeconfig").toPath(), cluster.kubeconfig());
    for (String service : List.of("frontend", "backend")) {
      Path path = Files.createDirectories(repository().resolve(service));
      Files.writeString(path.resolve("package.json"), "{}");
    }
    Files.writeString(
        repository().resolve("austa.yaml"),
        CONFIG.formatted("127.0.0.1:" + registry.getAddress().getPort()));
  }

  @Override
  protected void after() {
    client.close();
    cluster.close();
    registry.stop(0);
    folder.delete();
  }

  Path repository() {
    return folder.getRoot().toPath().resolve("shop");
  }

  SandboxCluster cluster() {
    return cluster;
  }

  KubernetesClient client() {
    return client;
  }

  /** Calls austa for this repository and cluster. */
  Commanded austa(String... arguments) {
    return austa(kubeconfig, arguments);
  }

  Commanded austa(Path other, String... arguments) {
    return Commanded.run(words(other, arguments));
  }

  /** All words of such a call. */
  String[] words(String... arguments) {
    return words(kubeconfig, arguments);
  }

  private String[] words(Path other, String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("-C", repository().toString(), "--kubeconfig", other.toString()));
    words.addAll(List.of("--public-url", cluster.publicEntry().toString()));
    words.addAll(List.of("--prometheus", cluster.metrics().toString()));
    return words.toArray(String[]::new);
  }

  /** Deploys to production, which goes well. */
  Commanded deployed(String version) {
    return austa("deploy", "-e", "production", "-t", version, "--yes").requireSuccess();
  }

  /** Changes the configuration. */
  void configure(String part, String other) throws IOException {
    Path file = repository().resolve("austa.yaml");
    Files.writeString(file, Files.readString(file).replace(part, other));
  }

  /** Leads users to Services that no colour owns. */
  void leadToStableServices() {
    ShopObjects.leadToStableServices(client, PRODUCTION);
  }

  /** Leaves a Helm release as Helm does that is killed in the middle. */
  void pending(String namespace, String release, String status) throws IOException {
    ShopObjects.pending(client, namespace, release, status);
  }

  /** As if whoever holds the lease had not been heard of for long. */
  void expireLease() {
    ShopObjects.expireLease(client, PRODUCTION, "austa-production-rollout");
  }

  void namespace(String name) {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }

  /** Registry and platform of the images. */
  String images() {
    return "127.0.0.1:" + registry.getAddress().getPort() + "/shop";
  }

  /** Asks again and again; each look takes its time by asking the cluster. */
  void untilStatusSays(String part) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String status;
    do {
      status = austa("status", "-e", "production").requireSuccess().out();
      assertTrue(status, System.nanoTime() < deadline);
    } while (!status.contains(part));
  }

  /** The revision that a user gets to see; empty when nobody answers. */
  String revisionOfPublicAnswers() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(cluster.publicEntry() + "/api")).build(),
            HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("X-Austa-Revision")
        .orElse("");
  }

  /** Everything that is stored in production, versions included; pods come and go by themselves. */
  String everything() {
    Stream<? extends HasMetadata> objects =
        Stream.of(
                client.apps().deployments().inNamespace(PRODUCTION).list().getItems(),
                client.services().inNamespace(PRODUCTION).list().getItems(),
                client.network().v1().ingresses().inNamespace(PRODUCTION).list().getItems(),
                client.configMaps().inNamespace(PRODUCTION).list().getItems(),
                client.leases().inNamespace(PRODUCTION).list().getItems(),
                client.secrets().inNamespace(PRODUCTION).list().getItems(),
                client.apps().replicaSets().inNamespace(PRODUCTION).list().getItems())
            .flatMap(List::stream);
    return String.join("\n", objects.map(Serialization::asJson).toList());
  }

  /** Every tag but "none" is there. */
  private static void manifest(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean digest = path.contains("/sha256:");
    String named = path.substring(path.lastIndexOf('/') + 1);
    exchange
        .getResponseHeaders()
        .add("Docker-Content-Digest", digest ? named : "sha256:" + Sha256.of(path));
    exchange.sendResponseHeaders(path.endsWith("/none") ? 404 : 200, -1);
    exchange.close();
  }
}
