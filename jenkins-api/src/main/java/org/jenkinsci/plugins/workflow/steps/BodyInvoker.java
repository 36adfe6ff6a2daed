package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;

/** Prepares and starts the body of a step. */
public abstract class BodyInvoker {
  /** Puts {@code override} into the context of the body; one object a type. */
  public abstract BodyInvoker withContext(Object override);

  /** Puts each of {@code overrides} into the context of the body. */
  public BodyInvoker withContexts(Object... overrides) {
    return withContexts(Arrays.asList(overrides));
  }

  /** Puts each of {@code overrides} into the context of the body. */
  public BodyInvoker withContexts(Collection<?> overrides) {
    overrides.forEach(this::withContext);
    return this;
  }

  /** Gives this run of the body a name. */
  public abstract BodyInvoker withDisplayName(@NonNull String name);

  /** Tells {@code callback} of the body's start and end. */
  public abstract BodyInvoker withCallback(BodyExecutionCallback callback);

  /** Tells {@code callback} of the body's end. */
  public final BodyInvoker withCallback(FutureCallback<Object> callback) {
    return withCallback(BodyExecutionCallback.wrap(callback));
  }

  /** Starts the body; does not wait for it. */
  public abstract BodyExecution start();

  /** Makes a filter that does what {@code original} does, if any, and then {@code subsequent}. */
  public static ConsoleLogFilter mergeConsoleLogFilters(
      @CheckForNull ConsoleLogFilter original, @NonNull ConsoleLogFilter subsequent) {
    return original == null ? subsequent : new Merged(original, subsequent);
  }

  private static final class Merged extends ConsoleLogFilter implements Serializable {
    private static final long serialVersionUID = 1L;
    private final ConsoleLogFilter first;
    private final ConsoleLogFilter second;

    Merged(ConsoleLogFilter first, ConsoleLogFilter second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public OutputStream decorateLogger(Run build, OutputStream logger)
        throws IOException, InterruptedException {
      return second.decorateLogger(build, first.decorateLogger(build, logger));
    }
  }
}
