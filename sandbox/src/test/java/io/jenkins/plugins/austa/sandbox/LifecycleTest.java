package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.sandbox.workload.WorkloadResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.Test;

public class LifecycleTest {

  @Test
  public void closeLeavesNoThreadAndNoOpenPort() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    URI api;
    URI entry;
    try (SandboxCluster cluster = SandboxCluster.start()) {
      api = cluster.apiServer();
      entry = cluster.publicEntry();
      try (KubernetesClient client = cluster.client()) {
        client.resource(Platform.deployment("backend", "blue", 2)).create();
        eventually(
            "pods run",
            () -> client.pods().inNamespace(Platform.NAMESPACE).list().getItems().size() == 2);
      }
    }
    for (URI closed : List.of(api, entry)) {
      assertThrows(IOException.class, () -> new Socket(closed.getHost(), closed.getPort()).close());
    }
    eventually("no thread is left", () -> left(before).isEmpty());
  }

  @Test
  public void startsWithinTwoSecondsAndThreePodsAreReadyWithinOne() throws Exception {
    long start = System.nanoTime();
    try (SandboxCluster cluster = SandboxCluster.start();
        KubernetesClient client = cluster.client()) {
      client.namespaces().list();
      assertTrue(since(start).compareTo(Duration.ofSeconds(2)) < 0);
      long created = System.nanoTime();
      client.resource(Platform.deployment("backend", "blue", 3)).create();
      eventually(
          "three are ready",
          () -> {
            var status =
                client.resource(Platform.deployment("backend", "blue", 3)).get().getStatus();
            return status != null && Integer.valueOf(3).equals(status.getReadyReplicas());
          });
      assertTrue(since(created).toString(), since(created).compareTo(Duration.ofSeconds(1)) < 0);
    }
  }

  @Test
  public void twoClustersDoNotKnowEachOther() {
    try (SandboxCluster one = SandboxCluster.start();
        SandboxCluster two = SandboxCluster.start();
        KubernetesClient first = one.client();
        KubernetesClient second = two.client()) {
      first.resource(Platform.service("backend", "blue")).create();
      assertEquals(0, second.services().inAnyNamespace().list().getItems().size());
    }
  }

  @Test
  public void namespacesCanBeRequiredToExist() {
    try (SandboxCluster cluster = SandboxCluster.builder().autoNamespaces(false).start();
        KubernetesClient client = cluster.client()) {
      var map =
          new ConfigMapBuilder()
              .withNewMetadata()
              .withNamespace("ns")
              .withName("map")
              .endMetadata()
              .build();
      KubernetesClientException e =
          assertThrows(KubernetesClientException.class, () -> client.resource(map).create());
      assertEquals(404, e.getCode());
      assertTrue(e.getMessage(), e.getMessage().contains("namespaces \"ns\" not found"));
    }
  }

  @Test
  public void workloadsAreChosenByImageOrLabels() throws Exception {
    SandboxBuilder builder =
        SandboxCluster.builder()
            .workloadForImage(
                "registry.example/backend",
                (pod, counters) ->
                    request ->
                        CompletableFuture.completedFuture(
                            WorkloadResponse.text(
                                request.path().equals("/healthz") ? 200 : 418,
                                "text/plain",
                                "teapot " + pod.env().get("AUSTA_COLOUR"))));
    ClusterRule sandbox = new ClusterRule(builder);
    sandbox.before();
    try {
      sandbox.deploy("backend", "blue", 1);
      sandbox.deploy("frontend", "blue", 1);
      sandbox.client().resource(Platform.ingress("blue")).create();
      eventually("the default serves", () -> sandbox.get("/").statusCode() == 200);
      assertEquals(418, sandbox.get("/api").statusCode());
      assertEquals("teapot blue", sandbox.get("/api").body());
      assertEquals("blue", sandbox.get("/api").headers().firstValue("X-Austa-Colour").get());
    } finally {
      sandbox.after();
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** Threads that have appeared, but for those of the JDK's own shared pools. */
  private static Set<String> left(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive())
        .map(Thread::getName)
        .filter(name -> !name.startsWith("ForkJoinPool.commonPool"))
        .filter(name -> !name.startsWith("process reaper"))
        .collect(Collectors.toSet());
  }
}
