package io.jenkins.plugins.austa.engine.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One environment with everything decided.
 *
 * @param environment its name
 * @param strategy {@code rolling} or {@code blue-green}
 * @param namespace the Kubernetes namespace
 * @param release the Helm release; with blue-green each colour has a release of this name and the
 *     colour
 * @param host the host of the public route; null for any
 * @param router what moves traffic with blue-green
 * @param gateway what an HTTPRoute is attached to; its name is null with another router
 * @param deploys whether this run deploys here
 * @param reason why it does or does not, for the log
 * @param approval whether somebody must agree first
 * @param approvers who may agree; anyone with the permission when empty
 * @param approvalMinutes how long to wait for that, in minutes
 * @param replicas replicas of each service at the first deployment
 * @param health limits before any user sees the new version
 * @param verify limits once users see it
 * @param retire what happens to the old version
 */
public record DeploymentPlan(
    String environment,
    String strategy,
    String namespace,
    String release,
    String host,
    EnvironmentConfig.RouterKind router,
    EnvironmentConfig.Gateway gateway,
    boolean deploys,
    String reason,
    boolean approval,
    List<String> approvers,
    long approvalMinutes,
    Map<String, Integer> replicas,
    EnvironmentConfig.Health health,
    EnvironmentConfig.Verify verify,
    EnvironmentConfig.Retire retire) {

  /** A plan that was made before routers could be chosen has the only one there was. */
  public DeploymentPlan {
    router = router == null ? EnvironmentConfig.RouterKind.INGRESS : router;
  }

  /** Whether two versions run side by side and traffic is switched at once. */
  @JsonIgnore
  public boolean isBlueGreen() {
    return "blue-green".equals(strategy);
  }

  /** The time that Helm and the health checks get. */
  @JsonIgnore
  public Duration healthTimeout() {
    return health.timeout();
  }
}
