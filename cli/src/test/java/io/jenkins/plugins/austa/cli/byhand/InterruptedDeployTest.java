package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.austa.cli.Commanded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;

/** Whoever interrupts a deployment finds users where they were. */
public class InterruptedDeployTest {
  private static final int INTERRUPTED = 130;
  private static final int KILLED = 137;
  private static final int TERMINATED = 143;

  @Rule public final Shop shop = new Shop();

  @Test
  public void anInterruptionUnderTrafficTakesUsersBack() throws Exception {
    shop.deployed("v1");

    AustaJvm ended =
        AustaJvm.run(
            AustaJvm.command(shop.words("deploy", "-e", "production", "-t", "v2", "--yes")),
            (process, line) -> {
              if (line.contains("Verifying")) {
                // Process.destroy would close what is read here.
                process.toHandle().destroy();
              }
            });

    assertEquals(ended.output(), TERMINATED, ended.exitCode());
    assertTakenBack(ended.output());
  }

  @Test
  public void ctrlCWhileHelmInstallsLetsHelmFinishAndLeavesNobodyInTheWay() throws Exception {
    shop.deployed("v1");

    AustaJvm ended = ctrlC("Installing", "deploy", "-e", "production", "-t", "v2", "--yes");

    assertEquals(ended.output(), INTERRUPTED, ended.exitCode());
    assertTakenBack(ended.output());
    shop.deployed("v3");
    assertEquals("3", shop.revisionOfPublicAnswers());
  }

  @Test
  public void ctrlCInARollingDeploymentLetsHelmFinish() throws Exception {
    AustaJvm ended = ctrlC("Installing", "deploy", "-e", "staging", "-t", "v1");

    assertEquals(ended.output(), INTERRUPTED, ended.exitCode());
    assertTrue(ended.output(), ended.output().contains("Interrupted: waiting for Helm"));
    String status = shop.austa("status", "-e", "staging").requireSuccess().out();
    assertTrue(status, status.contains("staging: rolling, deployed, Helm revision 1"));
  }

  @Test
  public void killedOutrightItLeavesWhatStatusExplainsAndRollbackMends() throws Exception {
    shop.deployed("v1");

    AustaJvm ended =
        AustaJvm.run(
            AustaJvm.command(shop.words("deploy", "-e", "production", "-t", "v2", "--yes")),
            (process, line) -> {
              if (line.contains("Verifying")) {
                process.toHandle().destroyForcibly();
              }
            });

    assertEquals(ended.output(), KILLED, ended.exitCode());
    String status = shop.austa("status", "-e", "production").requireSuccess().out();
    assertTrue(status, status.contains("production: verifying"));
    assertTrue(status, status.contains(" by hand, process "));
    Commanded early = shop.austa("rollback", "-e", "production", "--yes");
    assertEquals(early.out() + early.err(), 1, early.exitCode());
    assertTrue(early.err(), early.err().contains("is held by build "));

    shop.expireLease();
    Commanded back = shop.austa("rollback", "-e", "production", "--yes").requireSuccess();
    assertTrue(back.out(), back.out().contains("revision 1 (v1, blue) serves"));
    assertEquals("1", shop.revisionOfPublicAnswers());
  }

  private void assertTakenBack(String output) throws Exception {
    assertTrue(output, output.contains("Interrupted: taking back what is under way"));
    assertTrue(output, output.contains("Reverted because of manual; revision 1 (v1, blue) serves"));
    assertEquals("1", shop.revisionOfPublicAnswers());
    String status = shop.austa("status", "-e", "production").requireSuccess().out();
    assertTrue(status, status.contains("interrupted at the terminal"));
  }

  /** As a terminal does it: to all processes of the command, as soon as a line is printed. */
  private AustaJvm ctrlC(String text, String... arguments) throws Exception {
    // Whoever runs the tests in the background has them ignore Ctrl-C.
    assumeTrue(AustaJvm.has("setsid") && AustaJvm.has("env"));
    List<String> command =
        new ArrayList<>(List.of("setsid", "--fork", "--wait", "env", "--default-signal=INT"));
    command.addAll(AustaJvm.command(shop.words(arguments)));
    return AustaJvm.run(
        command,
        (process, line) -> {
          if (line.contains(text)) {
            interrupt(process.toHandle());
          }
        });
  }

  private static void interrupt(ProcessHandle setsid) {
    ProcessHandle leader = setsid.children().findFirst().orElseThrow();
    awaitHelm(leader);
    try {
      new ProcessBuilder("kill", "-INT", "--", "-" + leader.pid()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitHelm(ProcessHandle austa) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (austa.children().noneMatch(InterruptedDeployTest::isHelm)) {
      assertTrue("Helm was not started", System.nanoTime() < deadline);
      Thread.onSpinWait();
    }
  }

  /** The command, or the library in a JVM; no more the shell that starts them. */
  private static boolean isHelm(ProcessHandle process) {
    return process.info().command().filter(name -> name.matches(".*/(helm|java)")).isPresent();
  }
}
