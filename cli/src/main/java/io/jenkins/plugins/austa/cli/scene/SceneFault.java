package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.sandbox.fault.Faults;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A fault that lies in wait on the cluster; nothing for those that lie in the sources. */
final class SceneFault implements AutoCloseable {
  private static final int EVERY_TENTH = 10;
  private static final Set<Fault> ONCE_WATCHED =
      EnumSet.of(
          Fault.SLOW, Fault.CRASH_LOOP, Fault.LOST_CONVERGENCE, Fault.LEASE_LOST, Fault.ABORTED);

  private final List<OnceWatched> waiting = new ArrayList<>();

  private SceneFault() {}

  /**
   * Lays it.
   *
   * @param fault null for none
   * @param abort aborts the run
   */
  static SceneFault lay(Scene scene, PipelinePlan plan, Fault fault, Runnable abort) {
    SceneFault laid = new SceneFault();
    for (DeploymentPlan deployment : plan.deployments()) {
      if (deployment.isBlueGreen() && fault != null) {
        laid.lay(new LateFault(scene, plan, deployment, abort), fault);
      }
    }
    return laid;
  }

  private void lay(LateFault late, Fault fault) {
    Faults faults = late.scene().cluster().faults();
    Map<String, String> candidate = late.candidate();
    switch (fault) {
      case NEVER_READY -> faults.neverReady(candidate);
      case FAILED_CHECK -> faults.noWebSockets(candidate);
      case ERROR_SPIKE -> faults.errorsOnPublicTraffic(candidate, EVERY_TENTH);
      default -> {
        if (ONCE_WATCHED.contains(fault)) {
          waiting.add(
              new OnceWatched(
                  late.scene().cluster().client(), late.deployment(), () -> late.happen(fault)));
        }
      }
    }
  }

  @Override
  public void close() {
    waiting.forEach(OnceWatched::close);
  }
}
