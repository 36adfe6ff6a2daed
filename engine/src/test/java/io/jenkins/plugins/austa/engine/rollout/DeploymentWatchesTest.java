package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.Availability;
import io.jenkins.plugins.austa.engine.health.Await;
import io.jenkins.plugins.austa.engine.health.Changes;
import io.jenkins.plugins.austa.engine.health.DeploymentWatches;
import io.jenkins.plugins.austa.engine.health.ExpectedWorkload;
import io.jenkins.plugins.austa.engine.health.Signal;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import io.jenkins.plugins.austa.engine.health.SignalWait;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;

/** Runs with every fabric8 that a controller may have. */
public class DeploymentWatchesTest {

  private static final String NAMESPACE = "watched";
  private static final long PATIENCE_SECONDS = 20;

  private final SandboxCluster cluster = SandboxCluster.start();
  private final KubernetesClient client = cluster.client();
  private final DeploymentWatches watches = new DeploymentWatches(2, Clock.systemUTC());
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
  private final Semaphore told = new Semaphore(0);

  @After
  public void close() {
    scheduler.shutdownNow();
    client.close();
    cluster.close();
  }

  @Test
  public void tellsOfADeploymentThatComesAndChanges() throws Exception {
    try (Changes.Following following = follow("backend")) {
      awaitTold();
      assertTrue(following.live());
      told.drainPermits();

      create("backend");
      awaitTold();
      told.drainPermits();
      scale("backend", 2);
      awaitTold();
    }
  }

  @Test
  public void doesNotTellOfOthers() throws Exception {
    try (Changes.Following following = follow("backend")) {
      awaitTold();
      told.drainPermits();
      Semaphore others = new Semaphore(0);
      try (Changes.Following other = changes("other").follow(others::release)) {
        create("other");
        assertTrue(others.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
    }
    assertEquals(0, told.availablePermits());
  }

  @Test
  public void allWhoWaitInANamespaceShareOneAndTheLastOneClosesIt() {
    Changes.Following first = follow("backend");
    Changes.Following second = follow("frontend");
    assertEquals(1, watches.size());

    first.close();
    first.close();
    assertEquals(1, watches.size());
    second.close();

    assertEquals(0, watches.size());
    assertFalse(second.live());
  }

  @Test
  public void whoComesWhenAllAreTakenHearsNothing() throws Exception {
    try (Changes.Following one = follow("backend");
        Changes.Following two = watches.of(client, "second", Set.of("x")).follow(told::release);
        Changes.Following three = watches.of(client, "third", Set.of("x")).follow(told::release)) {
      assertEquals(2, watches.size());
      assertFalse(three.live());
    }
    try (Changes.Following three = watches.of(client, "third", Set.of("x")).follow(told::release)) {
      awaitTold();
      assertTrue("there is room again", three.live());
    }
  }

  @Test
  public void aWaitEndsWithTheEventAndNotWithItsNextLook() throws Exception {
    CompletableFuture<SignalVerdict> waiting = waiting(Duration.ofMinutes(5));

    create("backend");

    assertTrue(waited(waiting) instanceof SignalVerdict.Passed);
    assertEquals("nobody waits any more", 0, watches.size());
  }

  @Test
  public void whereItMayNotWatchTheWaitLooksForItself() throws Exception {
    cluster.faults().deny(ApiMatch.any().withVerb("watch").withKind("deployments"));
    CompletableFuture<SignalVerdict> waiting = waiting(Duration.ofMillis(100));

    create("backend");

    assertTrue(waited(waiting) instanceof SignalVerdict.Passed);
    assertTrue(cluster.faults().requests().contains(new ApiMatch("watch", "deployments", "", "")));
  }

  @Test
  public void whereItMayNotWatchItIsNotTriedAgainAtOnce() throws Exception {
    cluster.faults().deny(ApiMatch.any().withVerb("watch").withKind("deployments"));
    try (Changes.Following following = follow("backend")) {
      Await await = new Await(scheduler, Clock.systemUTC(), scheduler);
      CompletableFuture<Integer> none =
          await.until(
              () -> CompletableFuture.completedFuture(watches.size()),
              open -> open == 0,
              Duration.ofMillis(20),
              Duration.ofSeconds(PATIENCE_SECONDS));
      assertEquals(Integer.valueOf(0), none.get());
      assertFalse(following.live());
    }
    cluster.faults().clear();

    try (Changes.Following following = follow("backend")) {
      assertEquals(0, watches.size());
    }
  }

  @Test
  public void aWatchThatBreaksComesBack() throws Exception {
    create("backend");
    try (Changes.Following following = follow("backend")) {
      awaitTold();
      cluster.faults().dropWatches();
      told.drainPermits();

      scale("backend", 2);

      awaitTold();
    }
  }

  @Test
  public void aWatchWhoseHistoryIsGoneBeginsAnew() throws Exception {
    create("backend");
    try (Changes.Following following = follow("backend")) {
      awaitTold();
      cluster.faults().dropWatches();
      scale("backend", 2);
      cluster.faults().forgetHistory();
      told.drainPermits();

      scale("backend", 3);

      awaitTold();
    }
  }

  private Changes.Following follow(String name) {
    return changes(name).follow(told::release);
  }

  private Changes changes(String name) {
    return watches.of(client, NAMESPACE, Set.of(name));
  }

  private void awaitTold() throws InterruptedException {
    assertTrue("told", told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private CompletableFuture<SignalVerdict> waiting(Duration interval) {
    Signal available =
        new Availability(
            client,
            NAMESPACE,
            List.of(new ExpectedWorkload("backend", 1)),
            0,
            changes("backend"),
            scheduler);
    Await await = new Await(scheduler, Clock.systemUTC(), scheduler);
    return new SignalWait(await, interval).forSignal(available, Duration.ofMinutes(10));
  }

  private static SignalVerdict waited(CompletableFuture<SignalVerdict> waiting) throws Exception {
    return waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void create(String name) {
    Map<String, String> labels = Map.of("app", name);
    client
        .resource(
            new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage("registry.austa.example/app:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();
  }

  private void scale(String name, int replicas) {
    client.apps().deployments().inNamespace(NAMESPACE).withName(name).scale(replicas);
  }
}
