package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.deploy.RecordedRelease;
import io.jenkins.plugins.austa.engine.deploy.ReleaseRouter;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import io.jenkins.plugins.austa.engine.rollout.RolloutStatus;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.StatusData;
import io.jenkins.plugins.austa.engine.rollout.StatusReader;
import io.jenkins.plugins.austa.engine.rollout.StatusText;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one environment is like.
 *
 * @param known whether the cluster has said so
 * @param lines for people
 * @param data for programs
 */
public record HandStatus(boolean known, List<String> lines, Map<String, Object> data) {

  /**
   * Asks the cluster; that it does not answer is what there is to tell, so that one environment
   * keeps nobody from hearing of the others.
   */
  public static HandStatus tell(HandEnvironment environment, HandCluster cluster) {
    try {
      return read(environment, cluster);
    } catch (IOException | RolloutException e) {
      String name = environment.deployment().environment();
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("environment", name);
      data.put("trouble", e.getMessage());
      return new HandStatus(false, List.of(name + ": nobody knows", e.getMessage()), data);
    }
  }

  /**
   * Asks the cluster.
   *
   * @throws IOException with one message when it does not answer
   */
  public static HandStatus read(HandEnvironment environment, HandCluster cluster)
      throws IOException {
    DeploymentPlan deployment = environment.deployment();
    cluster.require(deployment.namespace(), List.of());
    if (!deployment.isBlueGreen()) {
      return new RollingStatus(environment, cluster).read();
    }
    RolloutTarget target = environment.target();
    RolloutStatus status =
        new StatusReader(
                cluster.client(),
                target,
                ReleaseRouter.of(deployment, cluster.client(), target),
                Clock.systemUTC())
            .read();
    List<String> lines = new ArrayList<>(StatusText.lines(status));
    Map<String, Object> data = new LinkedHashMap<>(StatusData.of(status));
    new RecordedRelease(cluster.client(), target)
        .trouble()
        .ifPresent(
            why -> {
              lines.add("helm     " + why);
              data.put("helm", why);
            });
    return new HandStatus(true, lines, data);
  }
}
