package io.jenkins.plugins.austa.sandbox.workload;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A service that is well: healthy at {@code /healthz}, Prometheus text at {@code /metrics}, and
 * everywhere else it says who it is, by its {@code AUSTA_*} environment.
 */
public final class DefaultWorkload implements Workload {
  private final PodIdentity identity;
  private final RequestCounters counters;

  public DefaultWorkload(PodIdentity identity, RequestCounters counters) {
    this.identity = identity;
    this.counters = counters;
  }

  @Override
  public CompletionStage<WorkloadResponse> answer(WorkloadRequest request) {
    return CompletableFuture.completedFuture(
        switch (request.path()) {
          case "/healthz" -> WorkloadResponse.json(200, "{\"status\":\"ok\"}");
          case "/metrics" -> WorkloadResponse.text(200, "text/plain; version=0.0.4", metrics());
          default -> WorkloadResponse.json(200, whoami(request.path()));
        });
  }

  private String metrics() {
    StringBuilder text = new StringBuilder("# TYPE http_requests_total counter\n");
    counters
        .byStatus()
        .forEach(
            (status, count) ->
                text.append("http_requests_total{service=\"")
                    .append(env("AUSTA_SERVICE"))
                    .append("\",status=\"")
                    .append(status)
                    .append("\"} ")
                    .append(count)
                    .append('\n'));
    return text.toString();
  }

  private String whoami(String path) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("service", env("AUSTA_SERVICE"));
    fields.put("colour", env("AUSTA_COLOUR"));
    fields.put("revision", env("AUSTA_REVISION"));
    fields.put("pod", identity.pod());
    fields.put("path", path);
    return Serialization.asJson(fields);
  }

  private String env(String name) {
    return identity.env().getOrDefault(name, "");
  }
}
