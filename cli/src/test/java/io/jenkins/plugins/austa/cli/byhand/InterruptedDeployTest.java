package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.cli.Austa;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;

/** Whoever interrupts a deployment finds users where they were. */
public class InterruptedDeployTest {
  private static final int TERMINATED = 143;

  @Rule public final Shop shop = new Shop();

  @Test
  public void anInterruptionUnderTrafficTakesUsersBack() throws Exception {
    shop.deployed("v1");

    String output = terminatedAt("Verifying", "deploy", "-e", "production", "-t", "v2", "--yes");

    assertTrue(output, output.contains("Interrupted: taking back what is under way"));
    assertTrue(output, output.contains("Reverted because of manual; revision 1 (v1, blue) serves"));
    assertEquals("1", shop.revisionOfPublicAnswers());
    String status = shop.austa("status", "-e", "production").requireSuccess().out();
    assertTrue(status, status.contains("interrupted at the terminal"));
  }

  @Test
  public void anInterruptionWhileHelmInstallsLeavesNobodyInTheWay() throws Exception {
    shop.deployed("v1");

    String output = terminatedAt("Installing", "deploy", "-e", "production", "-t", "v2", "--yes");

    assertTrue(output, output.contains("Reverted because of manual; revision 1 (v1, blue) serves"));
    assertEquals("1", shop.revisionOfPublicAnswers());
    shop.deployed("v3");
    assertEquals("3", shop.revisionOfPublicAnswers());
  }

  /** Asks the process to end as soon as it prints a line with some text. */
  private String terminatedAt(String text, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Austa.class.getName()));
    command.addAll(List.of(shop.words(arguments)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.contains(text)) {
          // Process.destroy would close what is read here.
          process.toHandle().destroy();
        }
      }
    }
    assertTrue(output.toString(), process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(output.toString(), TERMINATED, process.exitValue());
    return output.toString();
  }
}
