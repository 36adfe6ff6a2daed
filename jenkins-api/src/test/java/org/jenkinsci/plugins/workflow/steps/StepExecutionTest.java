package org.jenkinsci.plugins.workflow.steps;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.Identity;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jenkins.model.Jenkins;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StepExecutionTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final RecordingContext context = new RecordingContext();
  private HostJenkins host;

  @Before
  public void open() {
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
  }

  @After
  public void close() {
    host.close();
  }

  @Test
  public void synchronousStepIsOverWhenStarted() throws Exception {
    assertTrue(StepExecutions.synchronous(context, c -> 42).start());
    assertEquals(42, context.await());
  }

  @Test
  public void synchronousStepReportsItsFailure() throws Exception {
    AbortException failure = new AbortException("no");
    StepExecutions.synchronousVoid(
            context,
            c -> {
              throw failure;
            })
        .start();
    assertSame(failure, failure());
  }

  @Test
  public void nonBlockingStepRunsOnAThreadOfItsOwnAsWhoeverAsked() throws Exception {
    AtomicReference<String> who = new AtomicReference<>();
    try (ACLContext as = ACL.as2(new Identity("ana"))) {
      StepExecution execution =
          StepExecutions.synchronousNonBlocking(
              context,
              c -> {
                who.set(Jenkins.getAuthentication2().getName());
                return Thread.currentThread();
              });
      assertFalse(execution.start());
    }
    assertNotEquals(Thread.currentThread(), context.await());
    assertEquals("ana", who.get());
  }

  @Test
  public void stopInterruptsTheWorkAndReportsTheCause() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    StepExecution execution =
        StepExecutions.synchronousNonBlockingVoid(
            context,
            c -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            });
    execution.start();
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    assertTrue(execution.getStatus(), execution.getStatus().startsWith("running in thread: "));
    Exception cause = new Exception("stop");
    execution.stop(cause);
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    assertSame(cause, failure());
  }

  @Test
  public void nonBlockingStepCannotBeResumed() throws Exception {
    context.with(StepDescriptor.class, new Greet.DescriptorImpl());
    StepExecutions.synchronousNonBlocking(context, c -> 1).onResume();
    assertTrue(failure() instanceof SynchronousResumeNotSupportedException);
    assertTrue(failure().getMessage(), failure().getMessage().contains("`greet`"));
  }

  @Test
  public void tailCallFinishesOffTheThreadThatEndedTheBody() throws Exception {
    AtomicReference<Thread> finisher = new AtomicReference<>();
    Turns turns = new Turns(new RecordingContext(), finisher);
    turns.tail().onSuccess(context, "value");
    assertEquals("value", context.await());
    assertNotEquals(Thread.currentThread(), finisher.get());
  }

  @Test
  public void stepsAreFoundByName() throws Exception {
    StepDescriptor descriptor = StepDescriptor.byFunctionName("greet");
    assertSame(descriptor, new Greet().getDescriptor());
    assertEquals("x", descriptor.argumentsToString(Map.of("who", "x")));
    new Greet().start(context).start();
    assertEquals("hello", context.await());
  }

  @Test
  public void saysWhatIsMissingAndWhoGivesIt() throws Exception {
    StepDescriptor greet = StepDescriptor.byFunctionName("greet");
    MissingContextVariableException missing =
        assertThrows(
            MissingContextVariableException.class, () -> greet.checkContextAvailability(context));
    assertEquals(FilePath.class, missing.getType());
    assertTrue(missing.getMessage(), missing.getMessage().endsWith("such as: somewhere"));
    greet.checkContextAvailability(context.with(FilePath.class, new FilePath(folder.getRoot())));
  }

  @Test
  public void expandersAddTheirVariablesInTurn() throws Exception {
    EnvironmentExpander both =
        EnvironmentExpander.merge(
            EnvironmentExpander.constant(Map.of("A", "1", "P", "/a")),
            EnvironmentExpander.constant(Map.of("A", "2", "P+X", "/b")));
    EnvVars env =
        EnvironmentExpander.getEffectiveEnvironment(
            new EnvVars("B", "b"), new EnvVars("B", "x", "C", "c"), both, null, TaskListener.NULL);
    assertEquals("2", env.get("A"));
    assertEquals("b", env.get("B"));
    assertEquals("c", env.get("C"));
    assertTrue(env.get("P").startsWith("/b") && env.get("P").endsWith("/a"));
  }

  private Throwable failure() {
    return assertThrows(ExecutionException.class, context::await).getCause();
  }

  private static final class Turns extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;
    private final transient AtomicReference<Thread> finisher;

    Turns(StepContext context, AtomicReference<Thread> finisher) {
      super(context);
      this.finisher = finisher;
    }

    @Override
    public boolean start() {
      return false;
    }

    BodyExecutionCallback tail() {
      return new TailCall() {
        private static final long serialVersionUID = 1L;

        @Override
        protected void finished(StepContext body) {
          finisher.set(Thread.currentThread());
        }
      };
    }
  }

  public static final class Greet extends Step {
    @Override
    public StepExecution start(StepContext context) {
      return StepExecutions.synchronous(context, c -> "hello");
    }

    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
      @Override
      public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(FilePath.class);
      }

      @Override
      public String getFunctionName() {
        return "greet";
      }
    }
  }

  public static final class Somewhere extends Step {
    @Override
    public StepExecution start(StepContext context) {
      return StepExecutions.block(context, (c, body) -> {});
    }

    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
      @Override
      public Set<? extends Class<?>> getRequiredContext() {
        return Set.of();
      }

      @Override
      public Set<? extends Class<?>> getProvidedContext() {
        return Set.of(FilePath.class);
      }

      @Override
      public String getFunctionName() {
        return "somewhere";
      }

      @Override
      public boolean takesImplicitBlockArgument() {
        return true;
      }
    }
  }
}
