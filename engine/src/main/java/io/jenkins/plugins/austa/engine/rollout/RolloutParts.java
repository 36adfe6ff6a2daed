package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.Changes;
import io.jenkins.plugins.austa.engine.health.HttpProbe;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Everything outside that a rollout works with.
 *
 * @param publicRoute sends requests as users do
 * @param apiServer sends requests to paths on the API server
 * @param changes tells that Deployments may have changed
 * @param calls where blocking API calls run
 * @param holder id of the build
 * @param log lines for the user
 */
record RolloutParts(
    RolloutTarget target,
    RolloutSettings settings,
    KubernetesClient client,
    Router router,
    MetricsSource metrics,
    HttpProbe publicRoute,
    HttpProbe apiServer,
    DeploymentChanges changes,
    ScheduledExecutorService scheduler,
    Executor calls,
    Clock clock,
    String holder,
    Consumer<String> log) {

  /** Nothing tells of changes: every wait looks again and again. */
  RolloutParts(
      RolloutTarget target,
      RolloutSettings settings,
      KubernetesClient client,
      Router router,
      MetricsSource metrics,
      HttpProbe publicRoute,
      HttpProbe apiServer,
      ScheduledExecutorService scheduler,
      Executor calls,
      Clock clock,
      String holder,
      Consumer<String> log) {
    this(
        target,
        settings,
        client,
        router,
        metrics,
        publicRoute,
        apiServer,
        names -> Changes.NONE,
        scheduler,
        calls,
        clock,
        holder,
        log);
  }

  /** What tells of changes of the Deployments of some names in the target's namespace. */
  interface DeploymentChanges {
    Changes of(Set<String> names);
  }
}
