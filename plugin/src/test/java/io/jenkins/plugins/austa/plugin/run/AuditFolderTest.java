package io.jenkins.plugins.austa.plugin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.AbortException;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.HostJob;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AuditFolderTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private HostJenkins host;
  private Path home;

  @Before
  public void open() throws Exception {
    home = folder.newFolder("home").toPath();
    host = HostJenkins.install(home.toFile(), getClass().getClassLoader());
  }

  @After
  public void close() {
    host.close();
  }

  @Test
  public void keepsRecordsInJenkinsHomeByTheJobsName() throws Exception {
    HostRun run = new HostJob("cockpit").newRun();
    Path kept = AuditFolder.keep(run, "{\"half\":\"\uD800\"}");
    assertEquals(home.resolve("austa/audit/cockpit"), kept.getParent());
    assertTrue(kept.toString(), kept.getFileName().toString().matches("1-\\d{8}T\\d{6}Z\\.json"));
    assertEquals("{\"half\":\"?\"}", Files.readString(kept));
    assertEquals("nothing half-written stays", List.of(kept), files(kept.getParent()));
  }

  @Test
  public void neverTakesThePlaceOfAnotherRecord() throws Exception {
    HostRun run = new HostJob("cockpit").newRun();
    Path first = AuditFolder.keep(run, "first");
    Path second = AuditFolder.keep(run, "second");
    assertNotEquals(first, second);
    assertEquals("first", Files.readString(first));
    assertEquals("second", Files.readString(second));
    assertFalse(Files.getPosixFilePermissions(first).toString().contains("WRITE"));
  }

  @Test
  public void keepsThemWhereTheAdministratorSays() throws Exception {
    Path elsewhere = folder.getRoot().toPath().resolve("elsewhere");
    AustaGlobalConfiguration.get().setAuditFolder(elsewhere.toString());
    Path kept = AuditFolder.keep(new HostJob("..").newRun(), "{}");
    assertEquals("a job's name leads nowhere else", elsewhere.resolve("_."), kept.getParent());
  }

  @Test
  public void saysWhyNothingIsKept() throws Exception {
    Path file = folder.newFile().toPath();
    AustaGlobalConfiguration.get().setAuditFolder(file.toString());
    HostRun run = new HostJob("cockpit").newRun();
    AbortException refused = assertThrows(AbortException.class, () -> AuditFolder.keep(run, "{}"));
    assertTrue(refused.getMessage(), refused.getMessage().contains("was not kept. " + file));
    Files.createFile(home.resolve("austa"));
    AustaGlobalConfiguration.get().setAuditFolder(null);
    assertThrows(AbortException.class, () -> AuditFolder.keep(run, "{}"));
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
