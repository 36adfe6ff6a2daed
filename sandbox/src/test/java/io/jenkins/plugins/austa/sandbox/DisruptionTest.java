package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.jenkins.plugins.austa.sandbox.node.Drain;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

/** PodDisruptionBudgets, evictions and node drains. */
public class DisruptionTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void budgetsSayHowManyMayGo() throws Exception {
    sandbox.deploy("backend", "blue", 3);
    sandbox.client().resource(budget(new IntOrString(2), null)).create();
    eventually("one may go", () -> allowed() == 1);
    PodDisruptionBudgetStatus status = status();
    assertEquals(3, status.getCurrentHealthy().intValue());
    assertEquals(2, status.getDesiredHealthy().intValue());
    assertEquals(3, status.getExpectedPods().intValue());
    assertEquals("SufficientPods", status.getConditions().get(0).getReason());

    sandbox.client().resource(budget(null, new IntOrString("50%"))).update();
    eventually("half, rounded up, may go", () -> allowed() == 2);
    sandbox.client().resource(budget(new IntOrString("90%"), null)).update();
    eventually("none may go", () -> allowed() == 0);
    assertEquals("InsufficientPods", status().getConditions().get(0).getReason());
  }

  @Test
  public void anEvictionBeyondTheBudgetIs429WithItsCause() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(budget(new IntOrString(2), null)).create();
    eventually("the budget is known", () -> status() != null && status().getDesiredHealthy() == 2);
    HttpResponse<String> answer = evict(pods().get(0));
    assertEquals(429, answer.statusCode());
    JsonNode document = new ObjectMapper().readTree(answer.body());
    assertEquals("Status", document.path("kind").asText());
    assertEquals("TooManyRequests", document.path("reason").asText());
    assertEquals(
        "Cannot evict pod as it would violate the pod's disruption budget.",
        document.path("message").asText());
    JsonNode cause = document.path("details").path("causes").get(0);
    assertEquals("DisruptionBudget", cause.path("reason").asText());
    assertEquals(
        "The disruption budget calm needs 2 healthy pods and has 2 currently",
        cause.path("message").asText());
    assertEquals(2, pods().size());
  }

  @Test
  public void evictionsInARowSpendTheBudgetBeforeThePodsAreGone() throws Exception {
    sandbox.deploy("backend", "blue", 3);
    sandbox.client().resource(budget(new IntOrString(2), null)).create();
    eventually("one may go", () -> allowed() == 1);
    List<Pod> pods = pods();
    assertEquals(201, evict(pods.get(0)).statusCode());
    assertEquals(429, evict(pods.get(1)).statusCode());
    sandbox.awaitAvailable("backend", "blue", 3);
    eventually("one may go again", () -> allowed() == 1);
  }

  @Test
  public void whatIsNotThereOrHasNoBudget() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    assertEquals(404, evict("none").statusCode());
    Pod pod = pods().get(0);
    assertEquals(201, evict(pod).statusCode());
    eventually("it is gone", () -> sandbox.client().resource(pod).get() == null);
  }

  @Test
  public void podsThatAreNotReadyMayGoWhileTheOthersSuffice() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.client().resource(budget(new IntOrString(1), null)).create();
    eventually("none may go", () -> status() != null && status().getExpectedPods() == 1);
    try (var fault = sandbox.cluster().faults().neverReady(Platform.selector("backend", "blue"))) {
      eventually("it is ill", () -> status().getCurrentHealthy() == 0);
      assertEquals("the last one stays", 429, evict(pods().get(0)).statusCode());
    }
  }

  @Test
  public void aDrainWaitsForTheBudgetAndLosesNothing() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(Platform.ingress("blue")).create();
    sandbox.client().resource(budget(new IntOrString(2), null)).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
    eventually("the budget is known", () -> status() != null && status().getDesiredHealthy() == 2);
    String node = pods().get(0).getSpec().getNodeName();
    Drain drain = new Drain(sandbox.client(), node);

    Drain.Outcome stuck = drain.run(Duration.ofMillis(400));
    assertFalse(stuck.emptied());
    assertTrue(stuck.refused() > 0);
    assertEquals(List.of(), stuck.evicted());

    Traffic traffic = Traffic.start(sandbox.cluster().publicEntry(), List.of("/api"), 100);
    sandbox.scale("backend", "blue", 3);
    sandbox.awaitAvailable("backend", "blue", 3);
    Drain.Outcome done = drain.run(Duration.ofSeconds(10));
    assertTrue(done.toString(), done.emptied());
    assertTrue(pods().stream().noneMatch(pod -> node.equals(pod.getSpec().getNodeName())));
    TrafficReport report = traffic.stop();
    assertEquals(report.toString(), 0, report.failed());
    drain.uncordon();
  }

  private int allowed() {
    PodDisruptionBudgetStatus status = status();
    return status == null || status.getDisruptionsAllowed() == null
        ? -1
        : status.getDisruptionsAllowed();
  }

  private PodDisruptionBudgetStatus status() {
    return sandbox.client().resource(budget(null, null)).get().getStatus();
  }

  private List<Pod> pods() {
    return sandbox.client().pods().inNamespace(NAMESPACE).list().getItems();
  }

  private HttpResponse<String> evict(Pod pod) throws Exception {
    return evict(pod.getMetadata().getName());
  }

  private HttpResponse<String> evict(String pod) throws Exception {
    String body =
        "{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"name\":\""
            + pod
            + "\",\"namespace\":\""
            + NAMESPACE
            + "\"}}";
    String path = "/api/v1/namespaces/" + NAMESPACE + "/pods/" + pod + "/eviction";
    HttpRequest request =
        sandbox
            .apiRequest(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return sandbox.apiClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static PodDisruptionBudget budget(IntOrString minAvailable, IntOrString maxUnavailable) {
    return new PodDisruptionBudgetBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName("calm")
        .endMetadata()
        .withNewSpec()
        .withMinAvailable(minAvailable)
        .withMaxUnavailable(maxUnavailable)
        .withNewSelector()
        .withMatchLabels(Platform.selector("backend", "blue"))
        .endSelector()
        .endSpec()
        .build();
  }
}
