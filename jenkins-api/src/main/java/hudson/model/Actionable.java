package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.TransientActionFactory;

/**
 * A model object that actions can be attached to. Thread-safe.
 *
 * <p>{@link #getAllActions} and the queries by type also see what {@link TransientActionFactory}s
 * add; {@link #getActions()} does not.
 */
public abstract class Actionable extends AbstractModelObject {
  private volatile CopyOnWriteArrayList<Action> actions;

  /** Returns the attached actions themselves, open to change. */
  @Deprecated
  @NonNull
  public List<Action> getActions() {
    synchronized (this) {
      if (actions == null) {
        actions = new CopyOnWriteArrayList<>();
      }
      return actions;
    }
  }

  /** Returns the attached actions and those the factories add; the list cannot be changed. */
  @NonNull
  public final List<? extends Action> getAllActions() {
    return getActions(Action.class);
  }

  /** Returns the attached and added actions that are a {@code type}; the list cannot be changed. */
  @NonNull
  public <T extends Action> List<T> getActions(@NonNull Class<T> type) {
    List<T> found = new ArrayList<>();
    collect(found, type, getActions());
    for (TransientActionFactory<?> factory :
        TransientActionFactory.factoriesFor(getClass(), type)) {
      collect(found, type, createFor(factory));
    }
    return Collections.unmodifiableList(found);
  }

  private static <T> void collect(List<T> found, Class<T> type, Collection<? extends Action> all) {
    for (Action each : all) {
      if (type.isInstance(each)) {
        found.add(type.cast(each));
      }
    }
  }

  private <T> Collection<? extends Action> createFor(TransientActionFactory<T> factory) {
    return factory.createFor(factory.type().cast(this));
  }

  /** Attaches {@code a}. */
  @SuppressWarnings("ConstantConditions")
  public void addAction(@NonNull Action a) {
    getActions().add(Objects.requireNonNull(a, "an action to attach"));
  }

  /** Attaches {@code a} in place of those of the same class. */
  public void replaceAction(@NonNull Action a) {
    addOrReplaceAction(a);
  }

  /** Attaches {@code a} in place of those of the same class; returns whether anything changed. */
  public boolean addOrReplaceAction(@NonNull Action a) {
    Objects.requireNonNull(a, "an action to attach");
    synchronized (this) {
      List<Action> old = attached(a.getClass());
      if (old.size() == 1 && old.get(0).equals(a)) {
        return false;
      }
      getActions().removeAll(old);
      addAction(a);
      return true;
    }
  }

  /** Detaches {@code a}; returns whether it was attached. */
  public boolean removeAction(@CheckForNull Action a) {
    return a != null && getActions().removeAll(List.of(a));
  }

  /** Detaches the actions whose class is exactly {@code clazz}; returns whether there were any. */
  public boolean removeActions(@NonNull Class<? extends Action> clazz) {
    return getActions().removeAll(attached(clazz));
  }

  /** Attaches {@code a} in place of those whose class is exactly {@code clazz}. */
  public boolean replaceActions(@NonNull Class<? extends Action> clazz, @NonNull Action a) {
    Objects.requireNonNull(a, "an action to attach");
    synchronized (this) {
      List<Action> old = attached(clazz);
      if (old.size() == 1 && old.get(0).equals(a)) {
        return false;
      }
      getActions().removeAll(old);
      addAction(a);
      return true;
    }
  }

  private List<Action> attached(Class<?> exactly) {
    return getActions().stream().filter(each -> each.getClass() == exactly).toList();
  }

  /** Returns the first attached or added action that is a {@code type}, or null. */
  public <T extends Action> T getAction(Class<T> type) {
    List<T> found = getActions(type);
    return found.isEmpty() ? null : found.get(0);
  }
}
