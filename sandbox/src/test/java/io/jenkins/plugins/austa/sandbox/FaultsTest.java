package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.sandbox.fault.ApiEffect;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.fault.Faults;
import java.time.Duration;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

public class FaultsTest {
  private static final ApiMatch CREATE_MAPS =
      ApiMatch.any().withVerb("create").withKind("configmaps");

  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void everyNthPublicRequestFailsAndHealthDoesNot() throws Exception {
    serve("blue");
    faults().errorsOnPublicTraffic(Map.of("austa.io/colour", "blue"), 10);
    int failed = 0;
    for (int i = 0; i < 100; i++) {
      failed += sandbox.get("/api/x").statusCode() == 500 ? 1 : 0;
    }
    assertEquals(10, failed);
    String proxy =
        "/api/v1/namespaces/"
            + NAMESPACE
            + "/services/"
            + Platform.name("backend", "blue")
            + ":http/proxy/healthz";
    for (int i = 0; i < 30; i++) {
      assertEquals(200, sandbox.api(proxy).statusCode());
    }
    faults().clear();
    for (int i = 0; i < 20; i++) {
      assertEquals(200, sandbox.get("/api/x").statusCode());
    }
  }

  @Test
  public void faultsMeetOnlyPodsWithAllTheirLabels() throws Exception {
    serve("blue");
    faults().errorsOnPublicTraffic(Map.of("austa.io/colour", "green"), 1);
    assertEquals(200, sandbox.get("/api/x").statusCode());
  }

  @Test
  public void slowPodsAnswerLate() throws Exception {
    serve("blue");
    faults().slow(Platform.selector("backend", "blue"), Duration.ofMillis(300));
    long start = System.nanoTime();
    assertEquals(200, sandbox.get("/api/x").statusCode());
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(300).toNanos());
    assertTrue(isReady());
  }

  @Test
  public void crashLoopCountsRestartsAndEndsWhenCleared() throws Exception {
    serve("blue");
    try (var fault = faults().crashLoop(Platform.selector("backend", "blue"))) {
      eventually(
          "it restarts again and again",
          () ->
              container().getRestartCount() >= 2
                  && container().getState().getWaiting() != null
                  && "CrashLoopBackOff".equals(container().getState().getWaiting().getReason()));
      eventually("nobody serves", () -> sandbox.get("/api/x").statusCode() == 503);
    }
    eventually("it serves again", () -> sandbox.get("/api/x").statusCode() == 200);
    assertTrue(container().getRestartCount() >= 2);
  }

  @Test
  public void aRestartedContainerKeepsItsLastCrash() throws Exception {
    serve("blue");
    try (var fault = faults().crashLoop(Platform.selector("backend", "blue"))) {
      eventually("it crashed", () -> container().getRestartCount() >= 1);
    }
    eventually("it runs", () -> container().getState().getRunning() != null);
    assertEquals("Error", container().getLastState().getTerminated().getReason());
    assertEquals(1, container().getLastState().getTerminated().getExitCode().intValue());
  }

  @Test
  public void anImageThatCannotBePulledBacksOffUntilItCan() throws Exception {
    try (var fault = faults().imageCannotBePulled(Platform.selector("backend", "blue"))) {
      sandbox.client().resource(Platform.deployment("backend", "blue", 1)).create();
      eventually("it backs off", () -> waiting().startsWith("ImagePullBackOff"));
      assertTrue(
          waiting(), waiting().contains("Back-off pulling image \"registry.example/backend:7\""));
      eventually("it tries again", () -> waiting().startsWith("ErrImagePull"));
      assertTrue(waiting(), waiting().endsWith("registry.example/backend:7: not found"));
      var status =
          sandbox.client().pods().inNamespace(NAMESPACE).list().getItems().get(0).getStatus();
      assertEquals("Pending", status.getPhase());
      assertTrue(
          status.getConditions().stream()
              .anyMatch(
                  c -> c.getType().equals("Ready") && "ContainersNotReady".equals(c.getReason())));
    }
    sandbox.awaitAvailable("backend", "blue", 1);
  }

  private String waiting() {
    var pods = sandbox.client().pods().inNamespace(NAMESPACE).list().getItems();
    if (pods.isEmpty() || pods.get(0).getStatus().getContainerStatuses().isEmpty()) {
      return "";
    }
    var waiting = container().getState().getWaiting();
    return waiting == null ? "" : waiting.getReason() + " " + waiting.getMessage();
  }

  @Test
  public void apiErrorsMeetAsManyRequestsAsAsked() {
    faults().api(CREATE_MAPS, ApiEffect.status(503), 2);
    assertCode(503, this::create);
    assertCode(503, this::create);
    assertNotNull(create());
  }

  @Test
  public void injectedConflictLooksLikeALostRace() {
    faults().api(CREATE_MAPS.withName(""), ApiEffect.status(409), 1);
    assertCode(409, this::create);
  }

  @Test
  public void apiFaultsMeetOnlyWhatMatches() {
    faults().api(ApiMatch.any().withKind("leases"), ApiEffect.status(500), 99);
    faults().api(ApiMatch.any().withNamespace("other"), ApiEffect.status(500), 99);
    assertNotNull(create());
  }

  @Test
  public void droppedRequestIsNotCarriedOutAndDroppedAnswerIs() {
    faults().api(CREATE_MAPS, ApiEffect.drop(), 5);
    assertThrows(KubernetesClientException.class, this::create);
    faults().clear();
    assertEquals(0, sandbox.client().configMaps().inNamespace("ns").list().getItems().size());

    faults().api(CREATE_MAPS, ApiEffect.dropAnswer(), 5);
    assertThrows(KubernetesClientException.class, this::create);
    faults().clear();
    assertEquals(1, sandbox.client().configMaps().inNamespace("ns").list().getItems().size());
  }

  @Test
  public void latencyDelaysTheAnswer() {
    faults().api(CREATE_MAPS, ApiEffect.latency(Duration.ofMillis(300)), 1);
    long start = System.nanoTime();
    assertNotNull(create());
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(300).toNanos());
  }

  @Test
  public void deniedRequestsAreForbidden() {
    try (var fault = faults().deny(CREATE_MAPS)) {
      assertCode(403, this::create);
    }
    assertNotNull(create());
  }

  private Faults faults() {
    return sandbox.cluster().faults();
  }

  private void serve(String colour) throws Exception {
    sandbox.deploy("backend", colour, 1);
    sandbox.client().resource(Platform.ingress(colour)).create();
    eventually("it serves", () -> sandbox.get("/api/x").statusCode() == 200);
  }

  private boolean isReady() {
    return container().getReady();
  }

  private ContainerStatus container() {
    return sandbox
        .client()
        .pods()
        .inNamespace(NAMESPACE)
        .list()
        .getItems()
        .get(0)
        .getStatus()
        .getContainerStatuses()
        .get(0);
  }

  private ConfigMap create() {
    return sandbox
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("ns")
                .withName("map")
                .endMetadata()
                .build())
        .create();
  }

  private static void assertCode(int code, Runnable request) {
    assertEquals(code, assertThrows(KubernetesClientException.class, request::run).getCode());
  }
}
