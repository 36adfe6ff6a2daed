package io.jenkins.plugins.austa.engine.deploy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.AllOf;
import io.jenkins.plugins.austa.engine.health.ApiServerProbe;
import io.jenkins.plugins.austa.engine.health.Availability;
import io.jenkins.plugins.austa.engine.health.Await;
import io.jenkins.plugins.austa.engine.health.ExpectedAnswer;
import io.jenkins.plugins.austa.engine.health.ExpectedWorkload;
import io.jenkins.plugins.austa.engine.health.HttpExpectation;
import io.jenkins.plugins.austa.engine.health.ProxiedService;
import io.jenkins.plugins.austa.engine.health.Signal;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import io.jenkins.plugins.austa.engine.health.SignalWait;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Looks at a rolling deployment when Helm is done with it: its pods, then the health path of each
 * service.
 */
public final class SmokeTest {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_RESTARTS = 2;
  private static final int OK = 200;

  private final KubernetesClient client;
  private final Await await;
  private final Executor calls;

  /**
   * @param client with request timeouts of its own; not closed here
   * @param await starts the looks
   * @param calls where blocking API calls run
   */
  public SmokeTest(KubernetesClient client, Await await, Executor calls) {
    this.client = client;
    this.await = await;
    this.calls = calls;
  }

  /**
   * Waits until everything is well.
   *
   * @return the first verdict that is not passed, else the last one; never pending
   */
  public CompletableFuture<SignalVerdict> run(
      DeploymentPlan deployment, List<ServicePlan> services) {
    Signal pods =
        new Availability(
            client,
            deployment.namespace(),
            services.stream()
                .map(service -> new ExpectedWorkload(name(deployment, service), 0))
                .toList(),
            MAX_RESTARTS,
            calls);
    List<Signal> answers = new ArrayList<>();
    ApiServerProbe probe = new ApiServerProbe(client, REQUEST_TIMEOUT);
    for (ServicePlan service : services) {
      answers.add(
          new HttpExpectation(
              probe,
              new ProxiedService(deployment.namespace(), name(deployment, service)),
              ExpectedAnswer.status(service.health(), OK)));
    }
    return new SignalWait(await, INTERVAL)
        .forAll(List.of(pods, new AllOf(answers)), deployment.healthTimeout());
  }

  private static String name(DeploymentPlan deployment, ServicePlan service) {
    return deployment.release() + "-" + service.name();
  }
}
