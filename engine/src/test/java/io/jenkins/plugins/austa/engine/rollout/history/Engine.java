package io.jenkins.plugins.austa.engine.rollout.history;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.HttpProbe;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutRecord;
import io.jenkins.plugins.austa.engine.rollout.RolloutSettings;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** What is looked at: the rollouts, or a version of them that was broken on purpose. */
public interface Engine {

  /** A rollout in a process of its own. */
  Rollout rollout(Outside outside);

  /** Reads what a rollout has written. */
  RolloutRecord record(String json);

  /** The world as a process sees it. */
  record Outside(
      RolloutTarget target,
      RolloutSettings settings,
      KubernetesClient client,
      EntryKind entry,
      MetricsSource metrics,
      HttpProbe publicRoute,
      HttpProbe apiServer,
      ScheduledExecutorService scheduler,
      Executor calls,
      Clock clock,
      String holder,
      Consumer<String> log) {}
}
