package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import java.nio.file.Files;
import org.junit.Rule;
import org.junit.Test;

public class WorkspaceStepsTest {
  private static final String REPORT =
      """
      <testsuites><testsuite name="s">
        <testcase name="a"/><testcase name="b"><failure message="m">t</failure></testcase>
        <testcase name="c"><skipped/></testcase>
      </testsuite></testsuites>
      """;

  @Rule public final HostRule pipeline = new HostRule();

  @Test
  public void worksInACopyUnlessToldOtherwise() throws Exception {
    pipeline.source("src/a.txt", "content");
    pipeline.succeed(
        """
        node {
          echo "before ${fileExists('src/a.txt')}"
          def vars = checkout scm
          echo "after ${readFile('src/a.txt')} ${vars.GIT_COMMIT}"
          writeFile file: 'made/new.txt', text: 'x'
        }
        """);
    assertTrue(pipeline.log().contains("before false"));
    assertTrue(pipeline.text(), pipeline.log().contains("after content null"));
    assertFalse(Files.exists(pipeline.sources().resolve("made/new.txt")));
  }

  @Test
  public void worksInPlaceWhenAsked() throws Exception {
    pipeline.configured(b -> b.inPlace(true));
    pipeline.succeed("node { checkout scm; writeFile file: 'made/new.txt', text: 'x' }");
    assertTrue(Files.exists(pipeline.sources().resolve("made/new.txt")));
  }

  @Test
  public void aSecondNodeBesideTheFirstHasItsOwnWorkspace() throws Exception {
    pipeline.succeed("node { def outer = pwd(); node('x') { echo \"own ${pwd() != outer}\" } }");
    assertTrue(pipeline.log().contains("own true"));
  }

  @Test
  public void dirDeleteDirAndPwd() throws Exception {
    pipeline.succeed(
        """
        node {
          dir('sub') { writeFile file: 'f', text: 'x'; sh 'test -f f'; echo pwd().endsWith('/sub').toString() }
          dir('sub') { deleteDir() }
          echo "gone ${!fileExists('sub')} ${isUnix()}"
          echo readFile(file: 'none')
        }
        """
            .replace("echo readFile(file: 'none')", ""));
    assertTrue(pipeline.log().contains("true"));
    assertTrue(pipeline.log().contains("gone true true"));
  }

  @Test
  public void readFileNamesTheMissingFile() throws Exception {
    pipeline.run("node { readFile 'none.txt' }");
    assertTrue(pipeline.text(), pipeline.text().contains("readFile: there is no file /"));
  }

  @Test
  public void stashCarriesFilesToAnotherWorkspace() throws Exception {
    pipeline.succeed(
        """
        node {
          writeFile file: 'out/a.jar', text: 'jar'
          writeFile file: 'out/b.tmp', text: 'tmp'
          stash name: 'built', includes: 'out/**', excludes: '**/*.tmp'
          node { unstash 'built'; echo "${readFile 'out/a.jar'} ${fileExists 'out/b.tmp'}" }
        }
        """);
    assertTrue(pipeline.text(), pipeline.log().contains("jar false"));
  }

  @Test
  public void anEmptyStashIsAnError() throws Exception {
    pipeline.run("node { stash name: 's', includes: '*.none' }");
    assertTrue(pipeline.text(), pipeline.text().contains("stash 's': no files match '*.none'"));
  }

  @Test
  public void archivesArtifacts() throws Exception {
    HostResult result =
        pipeline.succeed(
            "node { writeFile file: 'a/b.txt', text: 'x'; archiveArtifacts 'a/*.txt' }");
    assertTrue(Files.exists(result.artifacts().resolve("a/b.txt")));
    pipeline.run("node { archiveArtifacts artifacts: 'none/*' }");
    assertTrue(pipeline.text().contains("archiveArtifacts: no files match 'none/*'"));
  }

  @Test
  public void failedTestsMakeStageAndRunUnstable() throws Exception {
    pipeline.source("TEST-x.xml", REPORT);
    HostResult result =
        pipeline.run(
            """
            stage('Test') { node { checkout scm; def t = junit '*.xml'; echo "${t.totalCount} ${t.failCount} ${t.passCount}" } }
            """);
    assertEquals(Result.UNSTABLE, result.result());
    assertEquals(Result.UNSTABLE, result.stages().get(0).result());
    assertEquals(new TestCounts(3, 1, 1), result.tests());
    assertTrue(pipeline.text(), pipeline.log().contains("[Test] 3 1 1"));
  }

  @Test
  public void missingTestReportsAreAnErrorUnlessAllowed() throws Exception {
    assertEquals(Result.FAILURE, pipeline.run("node { junit 'none/*.xml' }").result());
    assertTrue(pipeline.text(), pipeline.text().contains("junit: no files match 'none/*.xml'"));
    pipeline.succeed("node { junit testResults: 'none/*.xml', allowEmptyResults: true }");
  }

  @Test
  public void brokenTestReportsAreAnError() throws Exception {
    pipeline.source("bad.xml", "<testsuite><testcase");
    assertEquals(Result.FAILURE, pipeline.run("node { checkout scm; junit 'bad.xml' }").result());
    assertTrue(pipeline.text(), pipeline.text().contains("bad.xml is not readable as XML"));
  }

  @Test
  public void libraryResourcesAreRead() throws Exception {
    pipeline.library("resources/org/x.txt", "from the library");
    pipeline.succeed("echo libraryResource('org/x.txt')");
    assertTrue(pipeline.log().contains("from the library"));
    pipeline.run("libraryResource 'none'");
    assertTrue(pipeline.text().contains("libraryResource: the library has no resources/none"));
  }

  @Test
  public void podTemplatesAndContainersMeanThisMachine() throws Exception {
    pipeline.succeed(
        """
        podTemplate(yaml: 'kind: Pod', containers: [containerTemplate(name: 'node', image: 'node:20')]) {
          node(POD_LABEL) { container('node') { sh 'echo inside' } }
        }
        """);
    assertTrue(pipeline.log().contains("inside"));
  }
}
