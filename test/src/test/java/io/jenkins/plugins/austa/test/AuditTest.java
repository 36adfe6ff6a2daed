package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What a run did is on record after the run itself is gone. */
public class AuditTest {
  private static final String REPORTED =
      """
      node {
        checkout scm
        austaPlan()
        austaReport(result: 'SUCCESS')
        archiveArtifacts '.austa/report/**'
      }
      """;

  @Rule public final SmallPipelines pipelines = new SmallPipelines();
  private HostJenkins jenkins;
  private File home;

  @Before
  public void aController() throws Exception {
    home = pipelines.newFolder();
    jenkins = HostJenkins.install(home, AuditTest.class.getClassLoader());
  }

  @After
  public void closeIt() throws Exception {
    jenkins.close();
  }

  @Test
  public void theReportIsKeptOutsideTheBuild() throws Exception {
    HostResult run = pipelines.run(REPORTED);

    assertEquals(pipelines.log(run), Result.SUCCESS, run.result());
    List<Path> records = records(home.toPath().resolve("austa/audit/shop"));
    assertEquals(1, records.size());
    assertEquals(Files.readString(SmallPipelines.archived(run)), Files.readString(records.get(0)));
  }

  @Test
  public void aRecordThatCannotBeKeptIsNotOverlooked() throws Exception {
    File taken = pipelines.newFile();
    AustaGlobalConfiguration.get().setAuditFolder(taken.getPath());

    HostResult run = pipelines.run(REPORTED);

    assertEquals(pipelines.log(run), Result.UNSTABLE, run.result());
    assertTrue(pipelines.log(run), pipelines.log(run).contains("audit record"));
    assertTrue("the report is still archived", Files.exists(SmallPipelines.archived(run)));
  }

  private static List<Path> records(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
