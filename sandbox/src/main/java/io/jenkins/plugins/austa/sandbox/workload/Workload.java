package io.jenkins.plugins.austa.sandbox.workload;

import java.util.concurrent.CompletionStage;

/**
 * What runs in a container: one instance a start, called on an event loop, so it must not block.
 */
@FunctionalInterface
public interface Workload {

  /** Answers a request, now or later. A failure is answered 500. */
  CompletionStage<WorkloadResponse> answer(WorkloadRequest request);

  /** Starts a workload. */
  @FunctionalInterface
  interface Factory {

    /**
     * @param identity who it runs as
     * @param counters the requests this pod has answered so far
     */
    Workload start(PodIdentity identity, RequestCounters counters);
  }
}
