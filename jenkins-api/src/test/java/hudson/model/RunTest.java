package hudson.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.listeners.RunListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.HostJob;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;
import jenkins.model.RunAction2;
import jenkins.model.TransientActionFactory;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RunTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static final Logger LISTENERS_LOG = Logger.getLogger(RunListener.class.getName());

  private HostJenkins host;
  private HostJob job;
  private HostRun run;

  @Before
  public void open() {
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
    host.rootUrl("http://127.0.0.1:8080");
    job = new HostJob("cockpit").startAfter(6);
    host.add(job);
    run = job.newRun();
    Heard.EVENTS.clear();
    LISTENERS_LOG.setLevel(Level.OFF);
  }

  @After
  public void close() {
    LISTENERS_LOG.setLevel(null);
    host.close();
  }

  @Test
  public void isNamedByJobAndNumber() {
    assertEquals(7, run.getNumber());
    assertEquals("cockpit #7", run.getFullDisplayName());
    assertEquals("cockpit#7", run.getExternalizableId());
    assertEquals("job/cockpit/7/", run.getUrl());
    assertSame(run, Run.fromExternalizableId("cockpit#7"));
    assertNull(Run.fromExternalizableId("cockpit#8"));
    assertThrows(IllegalArgumentException.class, () -> Run.fromExternalizableId("cockpit"));
  }

  @Test
  public void resultOnlyGetsWorseAndOnlyWhileBuilding() {
    assertThrows(IllegalStateException.class, () -> run.setResult(Result.SUCCESS));
    run.begin(TaskListener.NULL);
    run.setResult(Result.UNSTABLE);
    run.setResult(Result.SUCCESS);
    assertSame(Result.UNSTABLE, run.getResult());
    run.end(TaskListener.NULL);
    assertThrows(IllegalStateException.class, () -> run.setResult(Result.ABORTED));
    assertFalse(run.isBuilding());
  }

  @Test
  public void tellsListenersInOrder() {
    run.begin(TaskListener.NULL);
    run.end(TaskListener.NULL);
    assertEquals(List.of("initialize", "started", "completed", "finalized"), Heard.EVENTS);
    assertSame(Result.FAILURE, run.getResult());
  }

  @Test
  public void knowsItsNeighbours() {
    HostRun next = job.newRun();
    HostRun last = job.newRun();
    assertSame(run, next.getPreviousBuild());
    assertSame(last, next.getNextBuild());
    assertNull(run.getPreviousBuild());
    assertSame(last, job.getLastBuild());
    assertSame(run, job.getFirstBuild());
    run.begin(TaskListener.NULL);
    run.setResult(Result.SUCCESS);
    run.end(TaskListener.NULL);
    assertSame(run, job.getLastSuccessfulBuild());
    assertNull(job.getLastFailedBuild());
    assertSame(run, last.getPreviousSuccessfulBuild());
  }

  @Test
  public void addsParametersToItsVariables() throws Exception {
    run.addAction(
        new ParametersAction(
            new StringParameterValue("colour", "green"), new BooleanParameterValue("dry", true)));
    EnvVars env = run.getEnvironment(TaskListener.NULL);
    assertEquals("green", env.get("colour"));
    assertEquals("true", env.get("dry"));
    assertEquals("7", env.get("BUILD_NUMBER"));
    assertEquals("jenkins-cockpit-7", env.get("BUILD_TAG"));
    assertEquals("http://127.0.0.1:8080/job/cockpit/7/", env.get("BUILD_URL"));
  }

  @Test
  public void knowsItsCauses() {
    run.addAction(new CauseAction(new Cause.UserIdCause("ana"), new Cause.UserIdCause("ana")));
    User.getById("ana", true).setFullName("Ana Sousa");
    assertEquals(2, run.getCauses().size());
    assertEquals(
        "Started by user Ana Sousa", run.getCause(Cause.UserIdCause.class).getShortDescription());
  }

  @Test
  public void replacesActionsOfTheSameClassAndTellsThem() {
    Note first = new Note();
    Note second = new Note();
    run.addAction(first);
    assertTrue(run.addOrReplaceAction(second));
    assertFalse(run.addOrReplaceAction(second));
    assertEquals(List.of(second), run.getActions(Note.class));
    assertSame(run, second.owner);
  }

  @Test
  public void showsActionsOfFactories() {
    assertEquals("badge of cockpit #7", run.getAction(Badge.class).getUrlName());
    assertTrue(run.getAllActions().stream().anyMatch(Badge.class::isInstance));
  }

  @Test
  public void reportsAnInterruptionOnce() {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    StreamTaskListener listener = new StreamTaskListener(log, UTF_8);
    FlowInterruptedException stopped =
        new FlowInterruptedException(
            Result.ABORTED, true, new CauseOfInterruption.UserInterruption("ana"));
    stopped.handle(run, listener);
    stopped.handle(run, listener);
    assertEquals("Aborted by ana" + System.lineSeparator(), log.toString(UTF_8));
    assertEquals(1, run.getActions(InterruptedBuildAction.class).size());
  }

  @Test
  public void keepsArtefacts() throws Exception {
    FilePath workspace = new FilePath(folder.newFolder("ws"));
    workspace.child("out/a.txt").write("a", "UTF-8");
    run.getArtifactManager().archive(workspace, null, null, Map.of("a.txt", "out/a.txt"));
    FilePath kept = new FilePath(run.getRootDir()).child("archive/a.txt");
    assertEquals("a", kept.readToString());
    assertTrue(run.getArtifactManager().delete());
    assertFalse(run.getArtifactManager().delete());
  }

  private static final class Note extends InvisibleAction implements RunAction2 {
    private Run<?, ?> owner;

    @Override
    public void onAttached(Run<?, ?> r) {
      owner = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
      owner = r;
    }
  }

  public static final class Badge extends InvisibleAction {
    private final String text;

    Badge(String text) {
      this.text = text;
    }

    @Override
    public String getUrlName() {
      return text;
    }
  }

  @Extension
  public static final class BadgeFactory extends TransientActionFactory<HostRun> {
    @Override
    public Class<HostRun> type() {
      return HostRun.class;
    }

    @Override
    public Collection<? extends Action> createFor(HostRun target) {
      return List.of(new Badge("badge of " + target));
    }
  }

  @Extension
  public static final class Heard extends RunListener<HostRun> {
    static final List<String> EVENTS = new ArrayList<>();

    @Override
    public void onInitialize(HostRun r) {
      EVENTS.add("initialize");
    }

    @Override
    public void onStarted(HostRun r, TaskListener listener) {
      EVENTS.add("started");
      throw new IllegalStateException("a listener that fails harms nobody else");
    }

    @Override
    public void onCompleted(HostRun r, TaskListener listener) {
      EVENTS.add("completed");
    }

    @Override
    public void onFinalized(HostRun r) {
      EVENTS.add("finalized");
    }
  }
}
