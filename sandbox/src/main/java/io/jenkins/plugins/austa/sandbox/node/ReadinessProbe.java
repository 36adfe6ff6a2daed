package io.jenkins.plugins.austa.sandbox.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Objects;
import java.util.Optional;

/** A pod's readiness as its probe finds it, with the thresholds the probe declares. */
final class ReadinessProbe {
  private final String path;
  private final int failureThreshold;
  private final int successThreshold;
  private int streak;
  private boolean ready;

  private ReadinessProbe(String path, int failureThreshold, int successThreshold) {
    this.path = path;
    this.failureThreshold = failureThreshold;
    this.successThreshold = successThreshold;
  }

  /** The HTTP probe of the first container that has one; a pod without is ready once it runs. */
  static ReadinessProbe of(Pod pod) {
    Optional<Probe> probe =
        pod.getSpec().getContainers().stream()
            .map(Container::getReadinessProbe)
            .filter(Objects::nonNull)
            .filter(p -> p.getHttpGet() != null)
            .findFirst();
    String path = probe.map(Probe::getHttpGet).map(HTTPGetAction::getPath).orElse("");
    return new ReadinessProbe(
        path,
        probe.map(Probe::getFailureThreshold).orElse(3),
        probe.map(Probe::getSuccessThreshold).orElse(1));
  }

  /** Path of the probe, empty when there is none. */
  String path() {
    return path;
  }

  boolean ready() {
    return ready;
  }

  void reset() {
    ready = false;
    streak = 0;
  }

  /** Asks the pod once; true when it answered as it should. */
  Future<Boolean> ask(HttpClient client, int port) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .setTimeout(1000)
            .putHeader("User-Agent", "kube-probe/1.33");
    return client
        .request(options)
        .compose(request -> request.send())
        .map(response -> response.statusCode() >= 200 && response.statusCode() < 400)
        .otherwise(false);
  }

  /** Takes a result in; true when readiness has changed by it. */
  boolean take(boolean success) {
    streak = success == ready ? 0 : streak + 1;
    if (streak < (ready ? failureThreshold : successThreshold)) {
      return false;
    }
    ready = success;
    streak = 0;
    return true;
  }
}
