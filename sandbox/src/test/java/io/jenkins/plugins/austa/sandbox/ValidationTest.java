package io.jenkins.plugins.austa.sandbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.Assert;
import org.junit.Rule;
import org.junit.Test;

/** What a real API server refuses whatever the type. */
public class ValidationTest {
  private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/ns/leases";

  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void namesAndLabelsHaveTheirSyntax() {
    assertRefused(map("Upper", Map.of(), ""), "metadata.name: Invalid value: \"Upper\"");
    assertRefused(map("dash-", Map.of(), ""), "a lowercase RFC 1123 subdomain");
    assertRefused(map("a".repeat(254), Map.of(), ""), "metadata.name");
    assertRefused(map("a", Map.of("k", "x".repeat(64)), ""), "must be no more than 63 bytes");
    assertRefused(map("a", Map.of("k", "with space"), ""), "a valid label must be");
    ConfigMap fine = map("a.b-1", Map.of("k", "x".repeat(63), "empty", ""), "");
    assertNotNull(sandbox.client().resource(fine).create());
  }

  @Test
  public void configMapsHoldAMegabyte() {
    assertNotNull(sandbox.client().resource(map("a", Map.of(), "x".repeat(1_048_576))).create());
    assertRefused(map("b", Map.of(), "x".repeat(1_048_577)), "may not be more than 1048576 bytes");
    assertEquals(
        422,
        assertThrows(
                () -> sandbox.client().resource(map("a", Map.of(), "x".repeat(1_048_577))).update())
            .getCode());
  }

  @Test
  public void leasesAreNotReplacedUnseen() throws Exception {
    String lease = "{\"metadata\":{\"name\":\"lock\"},\"spec\":{\"holderIdentity\":\"a\"}}";
    assertEquals(201, send("POST", LEASES, lease).statusCode());
    HttpResponse<String> refused = send("PUT", LEASES + "/lock", lease);
    assertEquals(422, refused.statusCode());
    assertTrue(
        refused.body(),
        refused
            .body()
            .contains(
                "leases.coordination.k8s.io \\\"lock\\\" is invalid: metadata.resourceVersion:"
                    + " Invalid value: 0x0: must be specified for an update"));
  }

  @Test
  public void aDryRunIsForAllOrRefused() throws Exception {
    String map = "{\"metadata\":{\"name\":\"a\"}}";
    String maps = "/api/v1/namespaces/ns/configmaps";
    assertEquals(400, send("POST", maps + "?dryRun=Server", map).statusCode());
    assertEquals(201, send("POST", maps + "?dryRun=All", map).statusCode());
    assertEquals(404, sandbox.api(maps + "/a").statusCode());
  }

  private void assertRefused(ConfigMap map, String why) {
    KubernetesClientException e = assertThrows(() -> sandbox.client().resource(map).create());
    assertEquals(422, e.getCode());
    assertTrue(e.getMessage(), e.getMessage().contains(why));
  }

  private static KubernetesClientException assertThrows(Runnable request) {
    return Assert.assertThrows(KubernetesClientException.class, request::run);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        sandbox
            .apiRequest(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return sandbox.apiClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static ConfigMap map(String name, Map<String, String> labels, String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("ns")
        .withName(name)
        .withLabels(labels)
        .endMetadata()
        .addToData("k", value)
        .build();
  }
}
