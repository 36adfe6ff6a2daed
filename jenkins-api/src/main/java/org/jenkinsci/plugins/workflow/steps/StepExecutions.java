package org.jenkinsci.plugins.workflow.steps;

/** Makes executions of functions. The functions are not saved: such steps cannot be resumed. */
public class StepExecutions {
  private StepExecutions() {}

  /** Work with a value. */
  @FunctionalInterface
  public interface SynchronousBody {
    /** Does the work and returns the step's value. */
    Object call(StepContext context) throws Exception;
  }

  /** Work without a value. */
  @FunctionalInterface
  public interface SynchronousBodyVoid {
    /** Does the work. */
    void call(StepContext context) throws Exception;

    /** Returns the same work with null as its value. */
    default SynchronousBody asReturn() {
      return context -> {
        call(context);
        return null;
      };
    }
  }

  /** Work before a body. */
  @FunctionalInterface
  public interface BlockBody {
    /** Prepares {@code invoker}, which is started afterwards. */
    void call(StepContext context, BodyInvoker invoker) throws Exception;
  }

  /** Makes a {@link SynchronousStepExecution}. */
  public static StepExecution synchronous(StepContext context, SynchronousBody body) {
    return new Synchronous(context, body);
  }

  /** Makes a {@link SynchronousStepExecution} without a value. */
  public static StepExecution synchronousVoid(StepContext context, SynchronousBodyVoid body) {
    return synchronous(context, body.asReturn());
  }

  /** Makes a {@link SynchronousNonBlockingStepExecution}. */
  public static StepExecution synchronousNonBlocking(StepContext context, SynchronousBody body) {
    return new NonBlocking(context, body);
  }

  /** Makes a {@link SynchronousNonBlockingStepExecution} without a value. */
  public static StepExecution synchronousNonBlockingVoid(
      StepContext context, SynchronousBodyVoid body) {
    return synchronousNonBlocking(context, body.asReturn());
  }

  /** Makes an execution that ends as its body ends. */
  public static StepExecution block(StepContext context, BlockBody body) {
    return new Block(context, body);
  }

  private static final class Synchronous extends SynchronousStepExecution<Object> {
    private static final long serialVersionUID = 1L;
    private final transient SynchronousBody body;

    Synchronous(StepContext context, SynchronousBody body) {
      super(context);
      this.body = body;
    }

    @Override
    protected Object run() throws Exception {
      return body.call(getContext());
    }
  }

  private static final class NonBlocking extends SynchronousNonBlockingStepExecution<Object> {
    private static final long serialVersionUID = 1L;
    private final transient SynchronousBody body;

    NonBlocking(StepContext context, SynchronousBody body) {
      super(context);
      this.body = body;
    }

    @Override
    protected Object run() throws Exception {
      return body.call(getContext());
    }
  }

  private static final class Block extends StepExecution {
    private static final long serialVersionUID = 1L;
    private final transient BlockBody body;

    Block(StepContext context, BlockBody body) {
      super(context);
      this.body = body;
    }

    @Override
    public boolean start() throws Exception {
      BodyInvoker invoker = getContext().newBodyInvoker();
      body.call(getContext(), invoker);
      invoker.withCallback(BodyExecutionCallback.wrap(getContext())).start();
      return false;
    }
  }
}
