package io.jenkins.plugins.austa.sandbox.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What goes wrong in a cluster. Pod faults meet the pods whose labels contain all given ones, those
 * there are and those to come. Each fault ends by closing it, or all by {@link #clear()}.
 */
public final class Faults {
  private final ApiFaults api;
  private final PodFaults pods;
  private final ApiInterruptions connections;
  private volatile MetricsMode metrics = MetricsMode.NORMAL;

  public Faults(ApiFaults api, PodFaults pods, ApiInterruptions connections) {
    this.api = api;
    this.pods = pods;
    this.connections = connections;
  }

  /** Readiness probes are answered 503; pods that are ready cease to be after a few probes. */
  public Fault neverReady(Map<String, String> podLabels) {
    return pods.neverReady(podLabels);
  }

  /**
   * Every n-th request that comes through the public entry to any of the pods is answered 500.
   * Probes and requests through the API server's proxy are not affected.
   */
  public Fault errorsOnPublicTraffic(Map<String, String> podLabels, int everyNth) {
    return pods.errors(podLabels, everyNth);
  }

  /** Every answer but that to a probe comes this much later. */
  public Fault slow(Map<String, String> podLabels, Duration delay) {
    return pods.slow(podLabels, delay);
  }

  /** The image of pods that start cannot be pulled; it is tried again and again. */
  public Fault imageCannotBePulled(Map<String, String> podLabels) {
    return pods.noImage(podLabels);
  }

  /** WebSocket handshakes are answered 404; those that are open stay open. */
  public Fault noWebSockets(Map<String, String> podLabels) {
    return pods.noWebSockets(podLabels);
  }

  /** Containers crash when next looked at, and again after each restart. */
  public Fault crashLoop(Map<String, String> podLabels) {
    return pods.crashLoop(podLabels);
  }

  /** The next {@code times} API requests that match meet an effect. Controllers are spared. */
  public Fault api(ApiMatch match, ApiEffect effect, int times) {
    return api.add(match, effect, times);
  }

  /** API requests that match are answered 403, and access reviews of them with no. */
  public Fault deny(ApiMatch match) {
    return api.deny(match);
  }

  /** Verb and kind of every API request so far, whether a fault met it or not. */
  public Set<ApiMatch> requests() {
    return api.seen();
  }

  /** Breaks the connection of every watch that is open now. */
  public void dropWatches() {
    connections.dropWatches();
  }

  /** Forgets past changes, as compaction does: who resumes a watch from before is answered 410. */
  public void forgetHistory() {
    connections.forgetHistory();
  }

  /**
   * Cuts clients off from the API server, while pods, controllers and traffic go on.
   *
   * @param token the token of the client to cut off, empty for all clients
   */
  public Fault partition(String token, Partition kind) {
    Fault cut = api.cut(token, kind);
    if (kind == Partition.BROKEN) {
      connections.breakOff(token);
    }
    return () -> {
      // What has missed something must not be heard of again, nor may what came last stay held.
      connections.breakOff(token);
      cut.close();
      connections.breakOff(token);
    };
  }

  /** Requests with this token are answered 401 from now on, as when it has run out. */
  public Fault expire(String token) {
    return api.expire(token);
  }

  /** How the metrics API behaves from now on. */
  public Fault metrics(MetricsMode mode) {
    metrics = mode;
    return () -> metrics = MetricsMode.NORMAL;
  }

  public MetricsMode metricsMode() {
    return metrics;
  }

  /** Ends every fault. */
  public void clear() {
    Set<String> cutOff = api.cutOff();
    cutOff.forEach(connections::breakOff);
    api.clear();
    cutOff.forEach(connections::breakOff);
    pods.clear();
    metrics = MetricsMode.NORMAL;
  }
}
