package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Adds actions to objects without keeping them there.
 *
 * @param <T> type of the objects
 */
public abstract class TransientActionFactory<T> implements ExtensionPoint {
  /** Returns the type of the objects; subtypes are meant too. */
  public abstract Class<T> type();

  /** Returns a supertype of every action made. */
  public @NonNull Class<? extends Action> actionType() {
    return Action.class;
  }

  /** Returns the actions for {@code target}; called anew each time. */
  public abstract @NonNull Collection<? extends Action> createFor(@NonNull T target);

  /** Returns the factories that may add an {@code actionType} to a {@code type}. */
  public static Iterable<? extends TransientActionFactory<?>> factoriesFor(
      Class<?> type, Class<? extends Action> actionType) {
    List<TransientActionFactory<?>> found = new ArrayList<>();
    for (TransientActionFactory<?> each : ExtensionList.lookup(TransientActionFactory.class)) {
      if (each.type().isAssignableFrom(type) && related(each.actionType(), actionType)) {
        found.add(each);
      }
    }
    return found;
  }

  private static boolean related(Class<?> one, Class<?> other) {
    return one.isAssignableFrom(other) || other.isAssignableFrom(one);
  }
}
