package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.rules.ExternalResource;

/** A cluster and a client for the length of a test, with the steps most tests begin with. */
final class ClusterRule extends ExternalResource {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SandboxBuilder builder;
  private SandboxCluster cluster;
  private KubernetesClient client;

  ClusterRule() {
    this(SandboxCluster.builder());
  }

  ClusterRule(SandboxBuilder builder) {
    this.builder = builder;
  }

  @Override
  protected void before() {
    cluster = builder.start();
    client = cluster.client();
  }

  @Override
  protected void after() {
    client.close();
    cluster.close();
  }

  SandboxCluster cluster() {
    return cluster;
  }

  KubernetesClient client() {
    return client;
  }

  /** Creates Service and Deployment and waits until all replicas are available. */
  void deploy(String service, String colour, int replicas) throws Exception {
    client.resource(Platform.service(service, colour)).create();
    client.resource(Platform.deployment(service, colour, replicas)).create();
    awaitAvailable(service, colour, replicas);
  }

  void awaitAvailable(String service, String colour, int replicas) throws Exception {
    eventually(
        replicas + " of " + service + "-" + colour + " available",
        () -> {
          Deployment deployment = deployment(service, colour);
          return deployment.getStatus() != null
              && Objects.equals(
                  deployment.getMetadata().getGeneration(),
                  deployment.getStatus().getObservedGeneration())
              && deployment.getStatus().getAvailableReplicas() == replicas
              && deployment.getStatus().getReplicas() == replicas;
        });
  }

  Deployment deployment(String service, String colour) {
    return client.resource(Platform.deployment(service, colour, 0)).get();
  }

  void scale(String service, String colour, int replicas) {
    client
        .apps()
        .deployments()
        .inNamespace(Platform.NAMESPACE)
        .withName(Platform.name(service, colour))
        .scale(replicas);
  }

  HttpResponse<String> get(URI base, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A request through the public entry. */
  HttpResponse<String> get(String path) throws Exception {
    return get(cluster.publicEntry(), path);
  }

  /** A request through the API server. */
  HttpResponse<String> api(String path) throws Exception {
    return apiClient().send(apiRequest(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A client that trusts the API server. */
  HttpClient apiClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(cluster.access().trust())
        .build();
  }

  /** A request to the API server, with the token that opens it. */
  HttpRequest.Builder apiRequest(String path) {
    return HttpRequest.newBuilder(cluster.apiServer().resolve(path))
        .header("Authorization", "Bearer " + cluster.access().token());
  }
}
