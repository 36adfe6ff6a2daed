package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import edu.umd.cs.findbugs.annotations.NonNull;
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
}
