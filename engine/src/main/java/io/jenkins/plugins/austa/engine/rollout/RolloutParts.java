package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.HttpProbe;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Everything outside that a rollout works with.
 *
 * @param publicRoute sends requests as users do
 * @param apiServer sends requests to paths on the API server
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
    ScheduledExecutorService scheduler,
    Executor calls,
    Clock clock,
    String holder,
    Consumer<String> log) {}
