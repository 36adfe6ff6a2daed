package io.jenkins.plugins.austa.cli.host.cps;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** An iterator over a list that can be saved: it holds the list and a position, nothing else. */
final class ListCursor<E> implements Iterator<E>, Serializable {
  private static final long serialVersionUID = 1L;
  private final List<E> list;
  private int next;
  private boolean removable;

  ListCursor(List<E> list) {
    this.list = list;
  }

  @Override
  public boolean hasNext() {
    return next < list.size();
  }

  @Override
  public E next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has " + list.size() + " elements");
    }
    removable = true;
    return list.get(next++);
  }

  @Override
  public void remove() {
    if (!removable) {
      throw new IllegalStateException("next() was not called since the last remove()");
    }
    removable = false;
    list.remove(--next);
  }
}
