package io.jenkins.plugins.austa.bench.crash;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CrashRunTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void killedProcessesAreFollowedByOthersThatGoOn() throws Exception {
    CrashReport report = run(3, cluster -> {});

    assertTrue(report.kills() >= 3);
    assertEquals(report.violations().toString(), 0, report.broken());
    assertEquals(report.kills(), report.resumes().size() + report.takeovers().size());
    assertTrue(report.requests() > 0);
    assertTrue(
        report.ends().toString(), Set.of("done", "reverted").containsAll(report.ends().keySet()));
  }

  @Test
  public void aRequestThatIsLostIsCounted() throws Exception {
    // Too few for the error rate's limit, so that the rollouts take their course.
    CrashReport report = run(1, cluster -> cluster.faults().errorsOnPublicTraffic(Map.of(), 150));

    assertTrue(report.failed() > 0);
    assertTrue(report.broken() >= report.failed());
  }

  private CrashReport run(int kills, Consumer<SandboxCluster> disturbance) throws Exception {
    CrashReport report = new CrashReport();
    ChildCommand command = new ChildCommand(folder.getRoot().toPath());
    try (CrashRun run = new CrashRun(command, folder.newFolder().toPath(), new Random(4), report)) {
      run.first();
      run.kill(kills, disturbance);
    }
    return report;
  }
}
