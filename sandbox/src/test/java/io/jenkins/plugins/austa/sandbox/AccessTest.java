package io.jenkins.plugins.austa.sandbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.sandbox.workload.WorkloadRequest;
import io.jenkins.plugins.austa.sandbox.workload.WorkloadResponse;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLHandshakeException;
import org.junit.Rule;
import org.junit.Test;

public class AccessTest {
  private static final String PODS = "/api/v1/namespaces/ns/pods";

  @Rule
  public final ClusterRule sandbox =
      new ClusterRule(
          SandboxCluster.builder().workload(pod -> true, (pod, counters) -> AccessTest::echo));

  @Test
  public void withoutTheTokenNothingIsToldButHealth() throws Exception {
    assertEquals(200, sandbox.api(PODS).statusCode());
    assertEquals(401, stranger(PODS).statusCode());
    assertEquals(401, stranger("/api").statusCode());
    assertTrue(stranger(PODS).body().contains("\"kind\":\"Status\""));
    assertEquals(200, stranger("/healthz").statusCode());
  }

  @Test
  public void aWrongTokenIsRefused() {
    Config config = Config.fromKubeconfig(sandbox.cluster().kubeconfig());
    config.setOauthToken("sandbox");
    try (KubernetesClient other = new KubernetesClientBuilder().withConfig(config).build()) {
      KubernetesClientException e =
          assertThrows(KubernetesClientException.class, () -> other.namespaces().list());
      assertEquals(401, e.getCode());
    }
  }

  @Test
  public void itsCertificateIsTrustedByNobodyElse() {
    HttpRequest request = sandbox.apiRequest(PODS).build();
    assertThrows(
        SSLHandshakeException.class,
        () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()));
  }

  @Test
  public void podsDoNotSeeTheToken() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    String service = Platform.name("backend", "blue") + ":http";
    String path = "/api/v1/namespaces/" + Platform.NAMESPACE + "/services/" + service + "/proxy/x";
    HttpRequest request = sandbox.apiRequest(path).header("X-Other", "seen").build();
    String headers = sandbox.apiClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    assertTrue(headers, headers.contains("x-other=seen"));
    assertFalse(headers, headers.contains(sandbox.cluster().access().token()));
  }

  private static CompletionStage<WorkloadResponse> echo(WorkloadRequest request) {
    String headers = request.headers().toString();
    return CompletableFuture.completedFuture(WorkloadResponse.text(200, "text/plain", headers));
  }

  private HttpResponse<String> stranger(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.cluster().apiServer().resolve(path)).build();
    return sandbox.apiClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
