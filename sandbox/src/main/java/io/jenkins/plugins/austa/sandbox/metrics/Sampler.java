package io.jenkins.plugins.austa.sandbox.metrics;

import io.jenkins.plugins.austa.sandbox.node.PodNetwork;
import io.jenkins.plugins.austa.sandbox.node.PodServer;
import io.jenkins.plugins.austa.sandbox.workload.PodIdentity;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Reads the counters of every pod that runs, as Prometheus scrapes and relabels them. */
final class Sampler {
  static final String REQUESTS = "http_requests_total";

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
      server
          .counters()
          .byStatus()
          .forEach((status, count) -> store.add(labels(server.identity(), status), now, count));
    }
    store.prune(now);
  }

  private static Map<String, String> labels(PodIdentity pod, int status) {
    Map<String, String> labels = new HashMap<>();
    labels.put("__name__", REQUESTS);
    labels.put("namespace", pod.namespace());
    labels.put("pod", pod.pod());
    labels.put("service", pod.env().getOrDefault("AUSTA_SERVICE", ""));
    labels.put("release", pod.labels().getOrDefault("austa.io/release", ""));
    labels.put("colour", pod.labels().getOrDefault("austa.io/colour", ""));
    labels.put("revision", pod.labels().getOrDefault("austa.io/revision", ""));
    labels.put("status", String.valueOf(status));
    labels.values().removeIf(String::isEmpty);
    return labels;
  }
}
