package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import org.junit.Rule;
import org.junit.Test;

public class ShellStepTest {
  @Rule public final HostRule pipeline = new HostRule();

  @Test
  public void returnsOutputOrStatus() throws Exception {
    pipeline.succeed(
        """
        node {
          def out = sh(script: 'echo out; echo err >&2', returnStdout: true)
          echo "[${out}]"
          echo "status ${sh(script: 'exit 7', returnStatus: true)}"
          echo "none ${sh('true')}"
        }
        """);
    assertTrue(pipeline.text(), pipeline.text().contains("[out\n]"));
    assertTrue(pipeline.log().contains("err"));
    assertFalse("captured output is not in the log", pipeline.log().contains("out"));
    assertTrue(pipeline.log().contains("status 7"));
    assertTrue(pipeline.log().contains("none null"));
  }

  @Test
  public void stopsAtTheFirstFailingCommand() throws Exception {
    HostResult result = pipeline.run("node { sh 'false\\necho after' }");
    assertEquals(Result.FAILURE, result.result());
    assertTrue(pipeline.text(), pipeline.text().contains("ERROR: script returned exit code 1"));
    assertFalse(pipeline.log().contains("after"));
  }

  @Test
  public void obeysAnInterpreterLine() throws Exception {
    pipeline.succeed("node { sh '#!/usr/bin/env python3\\nprint(\"py\" + \"thon\")' }");
    assertTrue(pipeline.log().contains("python"));
  }

  @Test
  public void seesEnvironmentPathAndWorkspace() throws Exception {
    Path tools = pipeline.sources().resolveSibling("tools");
    Files.createDirectories(tools);
    Path tool = tools.resolve("mytool");
    Files.writeString(tool, "#!/bin/sh\necho tool runs");
    assertTrue(tool.toFile().setExecutable(true));
    pipeline
        .configured(b -> b.extraPath(tools).shellEnvironment("ONLY_AGENT", "yes"))
        .configured(b -> b.environment("EVERYWHERE", "here"))
        .configured(b -> b.change(new Change("main", null, "c0ffee", "ada")).buildNumber(12));
    pipeline.succeed(
        """
        env.SET_BY_ENV = 'set'
        node {
          sh 'mytool; echo "$ONLY_AGENT $EVERYWHERE $SET_BY_ENV $BRANCH_NAME $BUILD_NUMBER"'
          sh 'test "$WORKSPACE" = "$PWD"'
        }
        echo "${env.SET_BY_ENV} ${EVERYWHERE} ${env.NOT_SET}"
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("tool runs"));
    assertTrue(pipeline.text(), pipeline.log().contains("yes here set main 12"));
    assertTrue(pipeline.log().contains("set here null"));
  }

  @Test
  public void aTimeoutKillsTheProcessAndItsChildren() throws Exception {
    HostResult result =
        pipeline.run(
            """
            node { timeout(time: 300, unit: 'MILLISECONDS') { sh 'sleep 100 & echo $! > pid; wait' } }
            """);
    assertEquals(Result.ABORTED, result.result());
    assertTrue(pipeline.text().contains("Timeout has been exceeded"));
    assertTrue(result.duration().compareTo(Duration.ofSeconds(20)) < 0);
    assertGone("workspace/pid");
  }

  private void assertGone(String pidFile) throws Exception {
    long pid = Long.parseLong(Files.readString(pipeline.home().resolve(pidFile)).strip());
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  public void aProcessLeftInTheBackgroundDoesNotHoldTheStep() throws Exception {
    HostResult result = pipeline.succeed("node { sh 'sleep 30 & echo $! > pid' }");
    assertTrue(result.duration().compareTo(Duration.ofSeconds(15)) < 0);
    assertGone("workspace/pid");
  }

  @Test
  public void aRunCanBeAbortedFromOutside() throws Exception {
    PipelineHost[] host = new PipelineHost[1];
    pipeline.configured(
        builder ->
            builder.observer(
                new RunObserver() {
                  @Override
                  public void logLine(java.util.List<String> path, String line) {
                    if (line.equals("now")) {
                      host[0].abort(new CauseOfInterruption.UserInterruption("grace"));
                    }
                  }
                }));
    host[0] =
        pipeline.host(
            "node { try { sh 'echo now; sleep 60' } finally { writeFile file: 'f', text: 'x' } }");
    HostResult result = host[0].run();
    assertEquals(Result.ABORTED, result.result());
    assertTrue(Files.exists(pipeline.home().resolve("workspace/f")));
    assertTrue(Files.readString(result.log()).contains("Aborted by grace"));
  }
}
