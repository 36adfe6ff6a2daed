package io.jenkins.plugins.austa.engine.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Whether pods restart again and again while users are on them.
 *
 * <p>Needs the verb {@code list} on pods.
 */
public final class CrashLoop implements Signal {

  public static final String NAME = "crash-loop";

  private static final String BACK_OFF = "CrashLoopBackOff";

  private final KubernetesClient client;
  private final String list;
  private final int maxRestarts;
  private final Executor calls;

  /**
   * @param labels that all pods of the revision have
   * @param maxRestarts how many restarts of one container are accepted
   * @param calls where the blocking API calls run
   */
  public CrashLoop(
      KubernetesClient client,
      String namespace,
      Map<String, String> labels,
      int maxRestarts,
      Executor calls) {
    this.client = client;
    this.list = "/api/v1/namespaces/" + namespace + "/pods?labelSelector=" + selector(labels);
    this.maxRestarts = maxRestarts;
    this.calls = calls;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return CompletableFuture.supplyAsync(this::look, calls);
  }

  private static String selector(Map<String, String> labels) {
    String selector =
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(","));
    return URLEncoder.encode(selector, StandardCharsets.UTF_8);
  }

  private SignalVerdict look() {
    try {
      return decide(PodRestarts.read(client.raw(list, "GET", null)), maxRestarts);
    } catch (KubernetesClientException e) {
      return unknown("the API server could not be asked: " + e.getMessage());
    } catch (JsonProcessingException e) {
      return unknown("the API server's answer is no list of pods: " + e.getOriginalMessage());
    }
  }

  private SignalVerdict unknown(String why) {
    return new SignalVerdict.Inconclusive(
        measured(maxRestarts, "no answer"), NAME + " is unknown: " + why);
  }

  static SignalVerdict decide(List<PodRestarts> pods, int maxRestarts) {
    if (pods.isEmpty()) {
      return new SignalVerdict.Inconclusive(
          measured(maxRestarts, "no pods"), NAME + " is unknown: there are no pods");
    }
    int most = 0;
    for (PodRestarts pod : pods) {
      for (PodRestarts.Container container : pod.containers()) {
        most = Math.max(most, container.restarts());
        if (container.waitsFor().equals(BACK_OFF) || container.restarts() > maxRestarts) {
          return failed(pod, container, maxRestarts);
        }
      }
    }
    return new SignalVerdict.Passed(
        measured(maxRestarts, most + " restarts"),
        NAME + ": no container of " + pods.size() + " pods restarted more than " + most + " times");
  }

  private static SignalVerdict failed(
      PodRestarts pod, PodRestarts.Container container, int maxRestarts) {
    int restarts = container.restarts();
    String text =
        "%s: container %s of pod %s restarted %d times%s, more than the limit of %d allows"
            .formatted(
                NAME,
                container.name(),
                pod.pod(),
                restarts,
                container.waitsFor().equals(BACK_OFF) ? " and waits in " + BACK_OFF : "",
                maxRestarts);
    return new SignalVerdict.Failed(measured(maxRestarts, restarts + " restarts"), text);
  }

  private static Measurement measured(int maxRestarts, String observed) {
    return new Measurement(NAME, Duration.ZERO, "at most " + maxRestarts + " restarts", observed);
  }
}
