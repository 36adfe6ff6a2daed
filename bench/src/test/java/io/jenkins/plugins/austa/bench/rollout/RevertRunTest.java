package io.jenkins.plugins.austa.bench.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class RevertRunTest {

  private static final double PROPAGATION_MILLIS = 50;

  @Test
  public void seesUsersComeBackAfterAPatchAndAfterAVerdict() throws Exception {
    RevertRun.Report report = new RevertRun(0, 2, 200).run();

    // Nobody can be back before the proxy has heard of it.
    assertTrue(report.toString(), report.patchFirst() >= PROPAGATION_MILLIS);
    assertTrue(report.toString(), report.revertFirst() >= PROPAGATION_MILLIS);
    assertTrue(report.toString(), report.patchLast() > 0);
    assertTrue(report.toString(), report.revertLast() > 0);
    assertEquals(0, report.failed());
  }
}
