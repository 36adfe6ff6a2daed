package io.jenkins.plugins.austa.engine.images;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import io.jenkins.plugins.austa.engine.plan.RegistryAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The command is run by a real shell; a script that tells how it was called stands for docker. */
public class BakeCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void withoutACredentialTheAgentsOwnLoginIsUsed() {
    assertEquals(
        "docker buildx bake --file bake.json --metadata-file images.json --push",
        BakeCommand.of(
            "bake.json", "images.json", new RegistryAccess("registry.example.com", null, null)));
  }

  @Test
  public void logsInByStandardInputAndLeavesNothingBehind() throws Exception {
    List<String> calls = run(0);

    assertEquals(
        "login --username robot --password-stdin registry.example.com | s3cret", calls.get(0));
    assertEquals(
        "buildx bake --file bake.json --metadata-file images.json --push | ", calls.get(1));
    Path config = Path.of(Files.readString(folder.getRoot().toPath().resolve("config")).strip());
    assertFalse("the login is still in " + config, Files.exists(config));
  }

  @Test
  public void nothingIsBuiltWhenTheLoginFails() throws Exception {
    assertEquals(1, run(7).size());
  }

  private List<String> run(int loginCode) throws Exception {
    Path home = folder.getRoot().toPath();
    Path docker = Files.createDirectories(home.resolve("bin")).resolve("docker");
    Files.writeString(
        docker,
        """
        #!/bin/sh
        [ "$1" = login ] && input="$(cat)"
        echo "$* | $input" >> %1$s/calls
        echo "$DOCKER_CONFIG" > %1$s/config
        [ "$1" != login ] || exit %2$s
        """
            .formatted(home, loginCode));
    docker.toFile().setExecutable(true);
    String command =
        BakeCommand.of(
            "bake.json", "images.json", new RegistryAccess("registry.example.com", "push", null));
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
    shell.environment().put("PATH", docker.getParent() + ":/usr/bin:/bin");
    shell.environment().put("HOME", home.toString());
    shell.environment().put(BakeCommand.USERNAME, "robot");
    shell.environment().put(BakeCommand.PASSWORD, "s3cret");
    assertEquals(loginCode, shell.redirectErrorStream(true).start().waitFor());
    return Files.readAllLines(home.resolve("calls"));
  }
}
