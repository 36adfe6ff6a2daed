package io.jenkins.plugins.austa.sandbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.fault.Fault;
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
  public void aTokenThatHasRunOutIs401AndOthersAreNot() {
    String token = sandbox.cluster().access().issue("controller");
    try (KubernetesClient other = sandbox.cluster().client(token)) {
      assertNotNull(other.namespaces().list());
      try (Fault expired = sandbox.cluster().faults().expire(token)) {
        KubernetesClientException e =
            assertThrows(KubernetesClientException.class, () -> other.namespaces().list());
        assertEquals(401, e.getCode());
        assertEquals("Unauthorized", e.getStatus().getReason());
        assertNotNull(sandbox.client().namespaces().list());
      }
      assertNotNull(other.namespaces().list());
    }
  }

  @Test
  public void whoHasNoRightIsToldAsRbacSaysIt() {
    String name = Platform.name("backend", "blue");
    sandbox.client().resource(Platform.deployment("backend", "blue", 0)).create();
    sandbox.cluster().faults().deny(ApiMatch.any().withVerb("patch").withKind("deployments"));
    sandbox.cluster().faults().deny(ApiMatch.any().withVerb("list"));
    KubernetesClientException patch =
        assertThrows(
            KubernetesClientException.class,
            () ->
                sandbox
                    .client()
                    .resource(Platform.deployment("backend", "blue", 0))
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"paused\":true}}"));
    Status status = patch.getStatus();
    assertEquals(
        "deployments.apps \""
            + name
            + "\" is forbidden: User \"austa-sandbox\" cannot patch resource"
            + " \"deployments\" in API group \"apps\" in the namespace \""
            + Platform.NAMESPACE
            + "\"",
        status.getMessage());
    assertEquals(Integer.valueOf(403), status.getCode());
    assertEquals("Forbidden", status.getReason());
    assertEquals(name, status.getDetails().getName());
    assertEquals("apps", status.getDetails().getGroup());
    assertEquals("deployments", status.getDetails().getKind());
    assertEquals(
        "pods is forbidden: User \"austa-sandbox\" cannot list resource \"pods\" in API group \"\""
            + " at the cluster scope",
        assertThrows(
                KubernetesClientException.class,
                () -> sandbox.client().pods().inAnyNamespace().list())
            .getStatus()
            .getMessage());
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
