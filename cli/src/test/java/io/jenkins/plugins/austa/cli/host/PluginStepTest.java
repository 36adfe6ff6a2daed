package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.EnvVars;
import hudson.ExtensionComponent;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.kohsuke.stapler.DataBoundConstructor;

/** Steps that behave as a plugin's may, well or badly. */
public class PluginStepTest {
  @Rule public final HostRule pipeline = new HostRule();
  private HostJenkins jenkins;

  @Before
  public void addTheStep() {
    jenkins =
        HostJenkins.install(pipeline.home().toFile(), PluginStepTest.class.getClassLoader())
            .add(new ExtensionComponent<>(new OddStep.DescriptorImpl("odd", false)))
            .add(new ExtensionComponent<>(new OddStep.DescriptorImpl("oddly", true)));
  }

  @After
  public void close() {
    jenkins.close();
  }

  @Test
  public void aStepThatCannotBeSavedIsNamedWithItsField() throws Exception {
    assertEquals(Result.FAILURE, pipeline.run("odd('leaks')").result());
    assertTrue(
        pipeline.text(),
        pipeline.text().contains("the step 'odd' (in helper) holds a java.lang.Thread"));
  }

  @Test
  public void aCallbackThatThrowsFailsTheStep() throws Exception {
    HostResult result = pipeline.run("try { oddly('throws') { 1 } } finally { echo 'cleaned' }");
    assertEquals(Result.FAILURE, result.result());
    assertTrue(pipeline.text(), pipeline.text().contains("the callback is broken"));
    assertTrue(pipeline.log().contains("cleaned"));
  }

  @Test
  public void aStepThatEndsBeforeItsBodyStopsTheBody() throws Exception {
    HostResult result =
        pipeline.run("oddly('hurries') { try { sleep 60 } finally { echo 'stopped' } }");
    assertEquals(Result.FAILURE, result.result());
    assertTrue(pipeline.text(), pipeline.log().contains("stopped"));
    assertTrue(pipeline.text().contains("ERROR: java.lang.IllegalStateException: too early"));
  }

  @Test
  public void aStepThatClaimsToHaveEndedWithoutResultFails() throws Exception {
    pipeline.run("odd('silent')");
    assertTrue(
        pipeline.text(),
        pipeline.text().contains("odd said it had ended but reported neither success nor failure"));
  }

  @Test
  public void onlyTheFirstResultCounts() throws Exception {
    pipeline.succeed("echo odd('twice')");
    assertTrue(pipeline.text(), pipeline.log().contains("first"));
    assertFalse(pipeline.log().contains("second"));
  }

  @Test
  public void theContextHasWhatJenkinsGives() throws Exception {
    pipeline.succeed("odd('outside')\nnode { odd('inside') }");
    assertTrue(pipeline.text(), pipeline.log().contains("run=true env=true file=false node=false"));
    assertTrue(pipeline.text(), pipeline.log().contains("run=true env=true file=true node=true"));
  }

  /** One step, many ways. */
  public static final class OddStep extends Step {
    private final String way;

    @DataBoundConstructor
    public OddStep(String way) {
      this.way = way;
    }

    @Override
    public StepExecution start(StepContext context) {
      return new Execution(context, way);
    }

    static final class DescriptorImpl extends StepDescriptor {
      private final String name;
      private final boolean block;

      DescriptorImpl(String name, boolean block) {
        this.name = name;
        this.block = block;
      }

      @Override
      public String getFunctionName() {
        return name;
      }

      @Override
      public boolean takesImplicitBlockArgument() {
        return block;
      }

      @Override
      public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(TaskListener.class);
      }
    }
  }

  private static final class Execution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private final String way;

    @SuppressWarnings("serial")
    private Object helper;

    Execution(StepContext context, String way) {
      super(context);
      this.way = way;
    }

    @Override
    public boolean start() throws Exception {
      StepContext context = getContext();
      switch (way) {
        case "leaks" -> helper = new Thread();
        case "throws" -> context.newBodyInvoker().withCallback(new Broken()).start();
        case "hurries" -> {
          context.newBodyInvoker().start();
          Timer.get()
              .schedule(
                  () -> context.onFailure(new IllegalStateException("too early")),
                  50,
                  TimeUnit.MILLISECONDS);
        }
        case "silent" -> {
          return true;
        }
        case "twice" -> {
          context.onSuccess("first");
          context.onSuccess("second");
          return true;
        }
        default -> {
          context.get(TaskListener.class).getLogger().println(seen(context));
          context.onSuccess(null);
          return true;
        }
      }
      return false;
    }

    private static String seen(StepContext context) throws Exception {
      return "run="
          + (context.get(Run.class) != null)
          + " env="
          + context.get(EnvVars.class).containsKey("BUILD_NUMBER")
          + " file="
          + (context.get(FilePath.class) != null)
          + " node="
          + (context.get(Node.class) != null && context.get(Computer.class) != null);
    }
  }

  private static final class Broken extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;

    @Override
    public void onSuccess(StepContext context, Object result) {
      throw new IllegalStateException("the callback is broken");
    }

    @Override
    public void onFailure(StepContext context, Throwable t) {
      context.onFailure(t);
    }
  }
}
