package io.jenkins.plugins.austa.sandbox.metrics;

import io.jenkins.plugins.austa.sandbox.node.PodNetwork;
import io.jenkins.plugins.austa.sandbox.node.PodServer;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import io.jenkins.plugins.austa.sandbox.workload.RequestCounters;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Reads the counters of every pod that runs, as Prometheus scrapes and relabels them. */
final class Sampler {
  static final String REQUESTS = "http_requests_total";
  static final String SECONDS = "http_request_duration_seconds_sum";
  static final String ANSWERS = "http_request_duration_seconds_count";

  private final PodNetwork network;
  private final SampleStore store;
  private final Clock clock;

  Sampler(PodNetwork network, SampleStore store, Clock clock) {
    this.network = network;
    this.store = store;
    this.clock = clock;
  }

  void sample() {
    long now = clock.millis();
    for (PodServer server : network.servers()) {
      sample(server.identity(), server.counters(), now);
    }
    store.prune(now);
  }

  private void sample(PodIdentity pod, RequestCounters counters, long now) {
    double seconds = counters.seconds();
    long answers = 0;
    for (Map.Entry<Integer, Long> counted : counters.byStatus().entrySet()) {
      Map<String, String> labels = labels(REQUESTS, pod);
      labels.put("status", String.valueOf(counted.getKey()));
      store.add(labels, now, counted.getValue());
      answers += counted.getValue();
    }
    store.add(labels(SECONDS, pod), now, seconds);
    store.add(labels(ANSWERS, pod), now, answers);
  }

  private static Map<String, String> labels(String name, PodIdentity pod) {
    Map<String, String> labels = new HashMap<>();
    labels.put("__name__", name);
    labels.put("namespace", pod.namespace());
    labels.put("pod", pod.pod());
    labels.put("service", pod.env().getOrDefault("AUSTA_SERVICE", ""));
    labels.put("release", pod.labels().getOrDefault("austa.io/release", ""));
    labels.put("colour", pod.labels().getOrDefault("austa.io/colour", ""));
    labels.put("revision", pod.labels().getOrDefault("austa.io/revision", ""));
    labels.values().removeIf(String::isEmpty);
    return labels;
  }
}
