package hudson.model.listeners;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Is told of what happens to builds. What it throws is logged and goes no further.
 *
 * @param <R> type of the builds
 */
public abstract class RunListener<R extends Run> implements ExtensionPoint {
  private static final Logger LOGGER = Logger.getLogger(RunListener.class.getName());

  /** The type of the builds; others are not told of. */
  public final Class<R> targetType;

  /** Is told of builds that are a {@code targetType}. */
  protected RunListener(Class<R> targetType) {
    this.targetType = targetType;
  }

  /** Is told of the builds named in the class's type argument, of all if there is none. */
  protected RunListener() {
    this.targetType = argument(getClass());
  }

  @SuppressWarnings("unchecked")
  private static <R> Class<R> argument(Class<?> listener) {
    for (Class<?> c = listener; c != RunListener.class; c = c.getSuperclass()) {
      if (c.getSuperclass() == RunListener.class
          && c.getGenericSuperclass() instanceof ParameterizedType type) {
        Type argument = type.getActualTypeArguments()[0];
        Type raw = argument instanceof ParameterizedType p ? p.getRawType() : argument;
        return raw instanceof Class<?> ? (Class<R>) raw : (Class<R>) Run.class;
      }
    }
    return (Class<R>) Run.class;
  }

  /** Called when a build has its result, before it is saved. */
  public void onCompleted(R r, @NonNull TaskListener listener) {}

  /** Called when a build is over and saved. */
  public void onFinalized(R r) {}

  /** Called before a build is started. */
  public void onInitialize(R r) {}

  /** Called when a build is started. */
  public void onStarted(R r, TaskListener listener) {}

  /** Called before a build is deleted. */
  public void onDeleted(R r) {}

  /** Returns all listeners. */
  public static ExtensionList<RunListener> all() {
    return ExtensionList.lookup(RunListener.class);
  }

  /** Calls {@link #onCompleted} of all listeners. */
  @SuppressWarnings("unchecked")
  public static void fireCompleted(Run r, @NonNull TaskListener listener) {
    tell(r, each -> each.onCompleted(r, listener));
  }

  /** Calls {@link #onInitialize} of all listeners. */
  @SuppressWarnings("unchecked")
  public static void fireInitialize(Run r) {
    tell(r, each -> each.onInitialize(r));
  }

  /** Calls {@link #onStarted} of all listeners. */
  @SuppressWarnings("unchecked")
  public static void fireStarted(Run r, TaskListener listener) {
    tell(r, each -> each.onStarted(r, listener));
  }

  /** Calls {@link #onFinalized} of all listeners. */
  @SuppressWarnings("unchecked")
  public static void fireFinalized(Run r) {
    tell(r, each -> each.onFinalized(r));
  }

  /** Calls {@link #onDeleted} of all listeners. */
  @SuppressWarnings("unchecked")
  public static void fireDeleted(Run r) {
    tell(r, each -> each.onDeleted(r));
  }

  @SuppressWarnings("unchecked")
  private static void tell(Run r, Consumer<RunListener> news) {
    for (RunListener each : all()) {
      if (each.targetType.isInstance(r)) {
        try {
          news.accept(each);
        } catch (RuntimeException e) {
          LOGGER.log(Level.WARNING, e, () -> "a listener failed: " + each.getClass().getName());
        }
      }
    }
  }
}
