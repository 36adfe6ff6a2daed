package io.jenkins.plugins.austa.bench.crash;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jenkins.plugins.austa.bench.rollout.DoubtedMetrics;
import io.jenkins.plugins.austa.bench.rollout.Release;
import io.jenkins.plugins.austa.engine.health.PrometheusMetrics;
import io.jenkins.plugins.austa.engine.rollout.LeaseHeldException;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A process that rolls out, to be killed at any moment. Says {@code ready}, is told one {@link
 * Order}, says each step it begins, and {@code end} with how it ended.
 *
 * <p>Arguments: file of a kubeconfig, public entry, metrics.
 */
public final class RolloutProcess {
  static final String READY = "ready";
  static final String STEP = "step ";
  static final String END = "end ";
  static final Duration LEASE = Duration.ofSeconds(2);

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final long HELD_MILLIS = 50;

  private final Release release;
  private final Rollout rollout;
  private final Order order;

  private RolloutProcess(Release release, Rollout rollout, Order order) {
    this.release = release;
    this.rollout = rollout;
    this.order = order;
  }

  /** Runs one order; ends at once when whoever gave it is gone. */
  public static void main(String[] args) throws Exception {
    Config config = Config.fromKubeconfig(Files.readString(Path.of(args[0])));
    config.setHttp2Disable(true);
    config.setRequestTimeout(TIMEOUT_MILLIS);
    config.setRequestRetryBackoffLimit(0);
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    Release release = new Release(client, URI.create(args[1]));
    DoubtedMetrics metrics =
        new DoubtedMetrics(new PrometheusMetrics(URI.create(args[2]), Duration.ofSeconds(2)));
    // As a controller has long done when it goes on with a build: talked to the API server.
    client.configMaps().inNamespace(Release.NAMESPACE).withName("none").get();
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println(READY);
    String line = orders.readLine();
    if (line == null) {
      Runtime.getRuntime().halt(1);
      return;
    }
    Order order = Order.of(line);
    if (order.bad()) {
      metrics.failAfter(1);
    }
    haltWhenAlone(orders);
    Rollout rollout =
        release.rollout(
            settings(),
            metrics,
            Executors.newSingleThreadScheduledExecutor(),
            order.holder(),
            System.err::println);
    System.out.println(END + new RolloutProcess(release, rollout, order).run());
    Runtime.getRuntime().halt(0);
  }

  /** Short, but each of them is waited for as in earnest. */
  private static RolloutSettings settings() {
    return RolloutSettings.builder()
        .availableTimeout(Duration.ofSeconds(30))
        .convergenceTimeout(Duration.ofSeconds(10))
        .verifyWindow(Duration.ofMillis(600))
        .verifyInterval(Duration.ofMillis(150))
        .pollInterval(Duration.ofMillis(50))
        .drain(Duration.ofMillis(200))
        .leaseDuration(LEASE)
        .build();
  }

  private static void haltWhenAlone(BufferedReader orders) {
    Thread watch =
        new Thread(
            () -> {
              try {
                orders.readLine();
              } catch (IOException e) {
                // Just as gone.
              }
              Runtime.getRuntime().halt(1);
            },
            "austa-bench-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private String run() throws ExecutionException, InterruptedException {
    if (order.from() == Step.PREPARE) {
      begin(Step.PREPARE);
      Preparation preparation = prepared();
      if (!preparation.unchanged() && !preparation.installed()) {
        release.install(preparation);
      }
    }
    for (Step step : new Step[] {Step.CHECK, Step.SWITCH, Step.RETIRE}) {
      if (step.compareTo(order.from()) >= 0) {
        begin(step);
        RolloutOutcome outcome = operation(step).get();
        if (!outcome.succeeded() || step == Step.RETIRE) {
          return outcome.phase() + ": " + outcome.message();
        }
      }
    }
    throw new IllegalStateException("every order ends with a step of its own");
  }

  /** Waits for as long as somebody else holds the release. */
  private Preparation prepared() throws ExecutionException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        return rollout.prepare(Release.request(order.version())).get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof LeaseHeldException)) {
          throw e;
        }
      }
      if (never.await(HELD_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts this down");
      }
    }
  }

  private CompletableFuture<RolloutOutcome> operation(Step step) {
    return switch (step) {
      case CHECK -> rollout.check();
      case SWITCH -> rollout.switchTraffic();
      default -> rollout.retire();
    };
  }

  private static void begin(Step step) {
    System.out.println(STEP + step);
  }
}
