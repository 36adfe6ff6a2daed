package io.jenkins.plugins.austa.engine.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The planned command, by a real shell and a real Git. */
public class TargetPolicyTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private File origin;
  private File checkout;

  @Before
  public void makeRepositories() throws Exception {
    origin = folder.newFolder("origin");
    Files.writeString(origin.toPath().resolve("austa.yaml"), "platform: theirs\n");
    sh(
        origin,
        "git init -q -b main && git add . && git -c user.name=a -c user.email=a@b commit -qm 1");
    checkout = new File(folder.getRoot(), "checkout");
    sh(origin, "git clone -q . ../checkout && cd ../checkout && git checkout -q -b change");
    Files.createDirectories(checkout.toPath().resolve(".austa/scans"));
    Files.writeString(checkout.toPath().resolve("austa.yaml"), "platform: mine\n");
  }

  @Test
  public void readsWhatTheTargetHasNow() throws Exception {
    Files.writeString(origin.toPath().resolve("austa.yaml"), "platform: newer\n");
    sh(origin, "git -c user.name=a -c user.email=a@b commit -qam 2");

    assertEquals(0, run("austa.yaml", "main"));
    assertEquals("platform: newer\n", Files.readString(policy()));
  }

  @Test
  public void whatTheCheckoutBroughtCountsWhenNothingCanBeFetched() throws Exception {
    sh(checkout, "git remote set-url origin /nowhere");

    assertEquals(0, run("./austa.yaml", "main"));
    assertEquals("platform: theirs\n", Files.readString(policy()));
  }

  @Test
  public void aTargetWithoutTheFileHasEveryDefault() throws Exception {
    assertEquals(0, run("other.yaml", "main"));
    assertEquals("", Files.readString(policy()));
  }

  @Test
  public void aTargetThatIsNotThereIsAFailure() throws Exception {
    assertNotEquals(0, run("austa.yaml", "gone"));
    assertNotEquals(0, run("austa.yaml", "it's $(touch x)"));
    assertEquals(false, new File(checkout, "x").exists());
  }

  private Path policy() {
    return checkout.toPath().resolve(".austa/scans/policy.yaml");
  }

  private int run(String file, String target) throws Exception {
    RunFacts change = new RunFacts("PR-7", null, "", "", target, "7");
    String command = TargetPolicy.add(List.of(), file, change).get(0).command();
    return execute(checkout, command);
  }

  private static void sh(File directory, String command) throws Exception {
    assertEquals(command, 0, execute(directory, command));
  }

  private static int execute(File directory, String command) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(directory)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    System.out.print(exitCode == 0 ? "" : said);
    return exitCode;
  }
}
