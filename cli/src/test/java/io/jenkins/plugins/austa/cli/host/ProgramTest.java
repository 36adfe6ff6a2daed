package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class ProgramTest {
  private static final String PAUSE = "sleep time: 10, unit: 'MILLISECONDS'\n";

  @Rule public final HostRule pipeline = new HostRule();

  @Test
  public void closuresOfGroovyMethodsGoOnAcrossSteps() throws Exception {
    pipeline.succeed(
        """
        def seen = []
        [1, 2, 3].each { sleep time: 10, unit: 'MILLISECONDS'; seen << it }
        [a: 1, b: 2].each { k, v -> sleep time: 10, unit: 'MILLISECONDS'; seen << k + v }
        def doubled = [1, 2].collect { sleep time: 10, unit: 'MILLISECONDS'; it * 2 }
        def big = [1, 5, 9].findAll { sleep time: 10, unit: 'MILLISECONDS'; it > 3 }
        def entries = ['x', 'y'].collectEntries { sleep time: 10, unit: 'MILLISECONDS'; [(it): it * 2] }
        echo "$seen $doubled $big $entries"
        """);
    assertTrue(
        pipeline.text(), pipeline.log().contains("[1, 2, 3, a1, b2] [2, 4] [5, 9] [x:xx, y:yy]"));
  }

  @Test
  public void loopsGoOnAcrossSteps() throws Exception {
    pipeline.succeed(
        """
        def seen = []
        for (x in ['a', 'b']) { sleep time: 10, unit: 'MILLISECONDS'; seen << x }
        for (e in [k: 1]) { sleep time: 10, unit: 'MILLISECONDS'; seen << e.key + e.value }
        for (int i = 0; i < 2; i++) { sleep time: 10, unit: 'MILLISECONDS'; seen << i }
        for (x in (['s'] as Set)) { sleep time: 10, unit: 'MILLISECONDS'; seen << x }
        for (x in [p: 1].keySet()) { sleep time: 10, unit: 'MILLISECONDS'; seen << x }
        def n = 0
        while (n < 2) { sleep time: 10, unit: 'MILLISECONDS'; n++ }
        echo "$seen $n"
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("[a, b, k1, 0, 1, s, p] 2"));
  }

  @Test
  public void exceptionsOfAsynchronousStepsAreCaughtAndFinallyRuns() throws Exception {
    pipeline.succeed(
        """
        try {
          node { sh 'exit 3' }
        } catch (hudson.AbortException e) {
          echo "caught ${e.message}"
        } finally {
          sleep time: 10, unit: 'MILLISECONDS'
          echo 'cleaned up'
        }
        """);
    assertTrue(pipeline.log().contains("caught script returned exit code 3"));
    assertTrue(pipeline.log().contains("cleaned up"));
  }

  @Test
  public void finallyRunsBeforeTheRunFails() throws Exception {
    HostResult result = pipeline.run("try { error 'no' } finally { " + PAUSE + " echo 'bye' }");
    assertEquals(Result.FAILURE, result.result());
    assertTrue(pipeline.text(), pipeline.text().contains("bye\nERROR: no"));
  }

  @Test
  public void variablesCallVariablesAndKeepTheirFields() throws Exception {
    pipeline.variable("counter", "@groovy.transform.Field int n = 0\ndef call() { ++n }");
    pipeline.variable("outer", "def call(Map m) { counter(); \"${m.name} ${counter()}\" }");
    pipeline.variable("tool", "def twice(x) { sleep time: 10, unit: 'MILLISECONDS'; x * 2 }");
    pipeline.succeed("echo outer(name: 'n') + ' ' + counter() + ' ' + tool.twice(4)");
    assertTrue(pipeline.text(), pipeline.log().contains("n 2 3 8"));
  }

  @Test
  public void classesOfTheLibraryUseSteps() throws Exception {
    pipeline.library(
        "src/org/austa/Deployer.groovy",
        """
        package org.austa
        class Deployer implements Serializable {
          def steps
          String target
          def deploy() { steps.node { steps.sh "echo to $target" } }
        }
        """);
    pipeline.succeed(
        """
        @Library('austa@main') _
        import org.austa.Deployer
        new Deployer(steps: this, target: 'x').deploy()
        new Deployer(steps: steps, target: 'y').deploy()
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("to x"));
    assertTrue(pipeline.log().contains("to y"));
  }

  @Test
  public void nonCpsCodeMayHoldWhatCannotBeSaved() throws Exception {
    pipeline.succeed(
        """
        @NonCPS def names(text) { def m = text =~ /(\\w+)=/; def r = []; while (m.find()) r << m.group(1); r }
        def found = names('a=1 b=2')
        sleep time: 10, unit: 'MILLISECONDS'
        echo "found $found"
        """);
    assertTrue(pipeline.log().contains("found [a, b]"));
  }

  @Test
  public void warnsWhenCodeThatIsNotTransformedCallsTransformedCode() throws Exception {
    pipeline.run(
        """
        def order(a, b) { a <=> b }
        @NonCPS def sorted(list) { list.sort { a, b -> order(a, b) } }
        def x = sorted([2, 1])
        echo 'end'
        """);
    assertTrue(pipeline.text(), pipeline.text().contains("but wound up catching"));
  }

  @Test
  public void printingWritesToTheLog() throws Exception {
    pipeline.succeed("println 'a'\nprint 'b'\n[1].each { println it }\nprintf('%s!', 'c')");
    assertEquals(
        List.of("a", "b", "1", "c!"),
        pipeline.log().stream().filter(line -> line.length() < 3).toList());
  }

  @Test
  public void aLoopWithoutStepsCanBeAborted() throws Exception {
    HostResult result =
        pipeline.run("timeout(time: 50, unit: 'MILLISECONDS') { while (true) { def x = 1 } }");
    assertEquals(Result.ABORTED, result.result());
  }

  @Test
  public void endlessRecursionFailsTheRunAndNotTheHost() throws Exception {
    HostResult result = pipeline.run("@NonCPS def f(n) { f(n + 1) }\nstage('S') { f(0) }");
    assertEquals(Result.FAILURE, result.result());
    assertTrue(pipeline.text(), pipeline.text().contains("StackOverflowError"));
  }

  @Test
  public void anObserverThatFailsDoesNotStopTheRun() throws Exception {
    pipeline.configured(
        b ->
            b.observer(
                new RunObserver() {
                  @Override
                  public void stageStarted(List<String> path) {
                    throw new IllegalStateException("the display is gone");
                  }
                }));
    assertEquals(Result.SUCCESS, pipeline.run("stage('S') { echo 'x' }").result());
  }

  @Test
  public void theProgramIsSavedWhereItWaits() throws Exception {
    pipeline.succeed("def secretName = 'kept'\n" + PAUSE + "echo secretName");
    String saved =
        new String(
            java.nio.file.Files.readAllBytes(pipeline.home().resolve("program.dat")),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    assertTrue(saved.contains("secretName"));
  }
}
