package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jenkins.plugins.austa.sandbox.fault.Fault;
import io.jenkins.plugins.austa.sandbox.fault.Faults;
import io.jenkins.plugins.austa.sandbox.fault.Partition;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** One client is cut off from the API server, and the others, pods and users are not. */
public class PartitionTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  private String token;
  private KubernetesClient cutOff;

  @Before
  public void anotherClient() {
    token = sandbox.cluster().access().issue("controller");
    cutOff = sandbox.cluster().client(token);
  }

  @After
  public void close() {
    cutOff.close();
  }

  @Test
  public void oneClientIsCutOffAndTheRestGoesOn() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
    Traffic traffic = Traffic.start(sandbox.cluster().publicEntry(), List.of("/api"), 100);
    try (Fault partition = faults().partition(token, Partition.BROKEN)) {
      assertThrows(KubernetesClientException.class, () -> cutOff.namespaces().list());
      sandbox.scale("backend", "blue", 2);
      sandbox.awaitAvailable("backend", "blue", 2);
      assertThrows(KubernetesClientException.class, () -> cutOff.namespaces().list());
    }
    assertNotNull(cutOff.namespaces().list());
    assertEquals(0, traffic.stop().failed());
  }

  @Test
  public void inSilenceNothingIsAnsweredAndNothingCarriedOut() throws Exception {
    Fault partition = faults().partition(token, Partition.SILENT);
    HttpRequest create =
        HttpRequest.newBuilder(
                sandbox.cluster().apiServer().resolve("/api/v1/namespaces/ns/configmaps"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"metadata\":{\"name\":\"a\"}}"))
            .build();
    CompletableFuture<HttpResponse<String>> answer =
        sandbox.apiClient().sendAsync(create, HttpResponse.BodyHandlers.ofString());
    sandbox.client().resource(map("b", "1")).create();
    assertNull(sandbox.client().resource(map("a", "1")).get());
    assertFalse(answer.isDone());
    partition.close();
    assertThrows(CompletionException.class, answer::join);
    assertNull(sandbox.client().resource(map("a", "1")).get());
    assertNotNull(cutOff.resource(map("b", "1")).get());
  }

  @Test
  public void aWatchHearsNothingInSilenceAndCatchesUpAfterwards() throws Exception {
    try (SharedIndexInformer<ConfigMap> informer = cutOff.configMaps().inNamespace("ns").inform()) {
      sandbox.client().resource(map("a", "1")).create();
      eventually("it is seen", () -> value(informer, "a").equals("1"));
      try (Fault partition = faults().partition(token, Partition.SILENT);
          SharedIndexInformer<ConfigMap> other =
              sandbox.client().configMaps().inNamespace("ns").inform()) {
        sandbox.client().resource(map("a", "2")).update();
        sandbox.client().resource(map("b", "1")).create();
        eventually("others see it", () -> value(other, "b").equals("1"));
        assertEquals("1", value(informer, "a"));
        sandbox.client().resource(map("b", "1")).delete();
      }
      eventually("it is seen", () -> value(informer, "a").equals("2"));
      assertEquals("", value(informer, "b"));
    }
  }

  @Test
  public void allClientsCanBeCutOff() throws Exception {
    try (Fault partition = faults().partition("", Partition.BROKEN)) {
      assertThrows(KubernetesClientException.class, () -> cutOff.namespaces().list());
      assertThrows(KubernetesClientException.class, () -> sandbox.client().namespaces().list());
    }
    assertNotNull(sandbox.client().namespaces().list());
    faults().partition("", Partition.BROKEN);
    faults().clear();
    assertNotNull(cutOff.namespaces().list());
  }

  @Test
  public void whoResumesFromBeforeWhatIsRememberedIsTold410() throws Exception {
    ConfigMap first = sandbox.client().resource(map("a", "1")).create();
    sandbox.client().resource(map("a", "2")).update();
    faults().forgetHistory();
    String version = first.getMetadata().getResourceVersion();
    String answer =
        sandbox
            .api(
                "/api/v1/namespaces/ns/configmaps?watch=true&timeoutSeconds=1&resourceVersion="
                    + version)
            .body()
            .trim();
    assertTrue(answer, answer.startsWith("{\"type\":\"ERROR\""));
    assertTrue(answer, answer.contains("\"code\":410") && answer.contains("\"Expired\""));
    assertTrue(answer, answer.contains("too old resource version: " + version));
  }

  @Test
  public void anInformerThatIsTold410ListsAgain() throws Exception {
    try (SharedIndexInformer<ConfigMap> informer = cutOff.configMaps().inNamespace("ns").inform()) {
      sandbox.client().resource(map("a", "1")).create();
      sandbox.client().resource(map("b", "1")).create();
      eventually("both are seen", () -> !value(informer, "b").isEmpty());
      try (Fault partition = faults().partition(token, Partition.BROKEN)) {
        sandbox.client().resource(map("a", "2")).update();
        sandbox.client().resource(map("b", "1")).delete();
        faults().forgetHistory();
      }
      eventually(
          "what happened meanwhile is seen",
          () -> value(informer, "a").equals("2") && value(informer, "b").isEmpty());
    }
  }

  private Faults faults() {
    return sandbox.cluster().faults();
  }

  private static String value(SharedIndexInformer<ConfigMap> informer, String name) {
    ConfigMap map = informer.getStore().getByKey("ns/" + name);
    return map == null ? "" : map.getData().get("k");
  }

  private static ConfigMap map(String name, String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("ns")
        .withName(name)
        .endMetadata()
        .addToData("k", value)
        .build();
  }
}
