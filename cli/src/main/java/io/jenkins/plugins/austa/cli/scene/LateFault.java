package io.jenkins.plugins.austa.cli.scene;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to an environment while its new version is watched.
 *
 * @param abort aborts the run
 */
record LateFault(Scene scene, PipelinePlan plan, DeploymentPlan deployment, Runnable abort) {
  private static final Logger LOG = LoggerFactory.getLogger(LateFault.class);
  private static final Duration DELAY = Duration.ofMillis(600);
  private static final String COLLEAGUE = "ann@laptop by hand";

  /** The labels of all pods of the new version. */
  Map<String, String> candidate() {
    return Map.of("austa.io/release", deployment.release(), "austa.io/colour", "green");
  }

  void happen(Fault fault) {
    try {
      switch (fault) {
        case SLOW -> scene.cluster().faults().slow(candidate(), DELAY);
        case CRASH_LOOP -> scene.cluster().faults().crashLoop(oneService());
        case LOST_CONVERGENCE -> putBack();
        case LEASE_LOST -> takeOver();
        case ABORTED -> abort.run();
        default -> throw new IllegalArgumentException(fault + " does not come late");
      }
    } catch (IOException e) {
      LOG.error("The fault {} could not happen", fault, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> oneService() {
    Map<String, String> labels = new HashMap<>(candidate());
    String last = plan.services().get(plan.services().size() - 1).name();
    labels.put("app.kubernetes.io/name", last);
    return labels;
  }

  private void putBack() {
    try (OtherRollout other = other()) {
      other.router().takeBack(Colour.BLUE, other.router().read());
    }
  }

  /** As after an outage in which the run could not renew its lease. */
  private void takeOver() throws IOException, InterruptedException {
    try (OtherRollout other = other()) {
      other
          .client()
          .leases()
          .inNamespace(deployment.namespace())
          .withName(other.target().stateName())
          .edit(LateFault::held);
      OtherRollout.await(
          other.rollout().revert("takeover", "the lease went from the build to " + COLLEAGUE),
          "taking the rollout over");
    }
  }

  private static Lease held(Lease lease) {
    lease.getSpec().setHolderIdentity(COLLEAGUE);
    lease.getSpec().setRenewTime(ZonedDateTime.now(ZoneOffset.UTC));
    return lease;
  }

  private OtherRollout other() {
    return new OtherRollout(scene, plan, deployment, COLLEAGUE);
  }
}
