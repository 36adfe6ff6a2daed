package hudson.util;

import hudson.model.Saveable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A list whose owner keeps it. Thread-safe. */
public class PersistedList<T> extends AbstractList<T> {
  private final List<T> items = new CopyOnWriteArrayList<>();

  /** The one who keeps this list. */
  protected Saveable owner = Saveable.NOOP;

  /** Starts empty, kept by nobody. */
  protected PersistedList() {}

  /** Starts empty. */
  public PersistedList(Saveable owner) {
    setOwner(owner);
  }

  /** Sets who keeps this list. */
  public void setOwner(Saveable owner) {
    this.owner = owner;
  }

  @Override
  public boolean add(T item) {
    items.add(item);
    kept();
    return true;
  }

  @Override
  public T get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public void clear() {
    items.clear();
    kept();
  }

  /** Called after each change; has the owner keep it. */
  protected void onModified() throws IOException {
    owner.save();
  }

  private void kept() {
    try {
      onModified();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
