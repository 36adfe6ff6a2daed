package io.jenkins.plugins.austa.bench.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.util.Map;
import org.junit.Test;

public class SwitchRunTest {

  private static final SwitchRun SHORT = new SwitchRun(1, 200, 5, 500);

  @Test
  public void aVersionThatStaysAndOneThatIsTakenBackLoseNothing() throws Exception {
    SwitchRun.Report report = SHORT.run(cluster -> {});

    TrafficReport traffic = report.traffic();
    assertEquals(traffic.reasons().toString(), 0, traffic.failed());
    assertEquals(traffic.sent(), traffic.answered());
    assertTrue(traffic.toString(), traffic.sent() >= 500);
    // Both colours have had users, so there was something to lose.
    assertEquals(2, traffic.byColour().size());
    assertEquals(traffic.webSockets().toString(), 0, report.webSocketsBroken());
    assertTrue(traffic.webSockets().toString(), traffic.webSockets().goingAway() > 0);
    assertEquals(200, report.perSecond(), 1);
  }

  @Test
  public void whatUsersLoseIsCounted() throws Exception {
    SwitchRun.Report report = SHORT.run(SwitchRunTest::loseSome);

    assertTrue(report.traffic().toString(), report.traffic().failed() > 0);
    assertTrue(report.traffic().webSockets().toString(), report.webSocketsBroken() > 0);
  }

  private static void loseSome(SandboxCluster cluster) {
    // Too few for the error rate's limit, so that the rollouts take their course.
    cluster.faults().errorsOnPublicTraffic(Map.of(), 150);
    try (var client = cluster.client()) {
      client
          .pods()
          .inNamespace(Release.NAMESPACE)
          .withLabel("app.kubernetes.io/name", "backend")
          .withGracePeriod(0)
          .delete();
    }
  }
}
