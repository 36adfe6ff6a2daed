package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SandboxClusterTest {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private SandboxCluster cluster;
  private KubernetesClient client;

  @Before
  public void start() {
    cluster = SandboxCluster.start();
    client = cluster.client();
  }

  @After
  public void stop() {
    client.close();
    cluster.close();
  }

  @Test
  public void publicRequestReachesAReadyPodByTheLongestPath() throws Exception {
    deploy("frontend", "blue", 1);
    deploy("backend", "blue", 2);
    client.resource(Platform.ingress("blue")).create();
    eventually("the entry answers", () -> get("/api/patients").statusCode() == 200);

    assertEquals("backend", get("/api/patients").headers().firstValue("X-Austa-Service").get());
    assertEquals("frontend", get("/apix").headers().firstValue("X-Austa-Service").get());
    assertEquals("blue", get("/").headers().firstValue("X-Austa-Colour").get());
    assertTrue(get("/api/x?y=1").body().contains("\"path\":\"/api/x\""));
  }

  @Test
  public void deploymentReportsWhatRuns() {
    deploy("backend", "blue", 3);
    Deployment deployment = deployment("backend", "blue");
    assertEquals(Integer.valueOf(3), deployment.getStatus().getAvailableReplicas());
    assertEquals(Integer.valueOf(3), deployment.getStatus().getUpdatedReplicas());
    assertEquals(Long.valueOf(1), deployment.getStatus().getObservedGeneration());
    assertEquals(3, client.pods().inNamespace(NAMESPACE).list().getItems().size());
  }

  @Test
  public void noReadyEndpointsIs503AndNoRouteIs404() throws Exception {
    assertEquals(404, get("/").statusCode());
    client.resource(Platform.ingress("blue")).create();
    eventually("the route is there", () -> get("/").statusCode() == 503);
  }

  @Test
  public void kubeconfigLeadsToTheCluster() {
    deploy("backend", "blue", 1);
    Config config = Config.fromKubeconfig(cluster.kubeconfig());
    try (KubernetesClient other = new KubernetesClientBuilder().withConfig(config).build()) {
      assertEquals(1, other.pods().inNamespace(NAMESPACE).list().getItems().size());
    }
  }

  private void deploy(String service, String colour, int replicas) {
    client.resource(Platform.service(service, colour)).create();
    client.resource(Platform.deployment(service, colour, replicas)).create();
    client
        .resource(Platform.deployment(service, colour, replicas))
        .waitUntilCondition(
            d ->
                d != null
                    && d.getStatus() != null
                    && Integer.valueOf(replicas).equals(d.getStatus().getAvailableReplicas()),
            10,
            TimeUnit.SECONDS);
  }

  private Deployment deployment(String service, String colour) {
    return client.resource(Platform.deployment(service, colour, 0)).get();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = cluster.publicEntry().resolve(path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
