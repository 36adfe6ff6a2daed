package io.jenkins.plugins.austa.cli.host.services;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Who holds which resource, and who waits for it, first come first served. */
public final class LockTable {
  private record Waiter(Object owner, Runnable acquired) {}

  private final Map<String, Deque<Waiter>> queues = new HashMap<>();

  /**
   * Takes a resource, or waits for it.
   *
   * @param acquired called when the resource becomes free later; not called when it is free now
   * @return whether {@code owner} holds the resource now
   */
  public synchronized boolean acquire(String resource, Object owner, Runnable acquired) {
    Deque<Waiter> queue = queues.computeIfAbsent(resource, name -> new ArrayDeque<>());
    queue.add(new Waiter(owner, acquired));
    return queue.size() == 1;
  }

  /** Gives the resource back, or stops waiting for it. */
  public void release(String resource, Object owner) {
    Waiter next = null;
    synchronized (this) {
      Deque<Waiter> queue = queues.getOrDefault(resource, new ArrayDeque<>());
      boolean held = !queue.isEmpty() && queue.peek().owner() == owner;
      queue.removeIf(waiter -> waiter.owner() == owner);
      if (held) {
        next = queue.peek();
      }
    }
    if (next != null) {
      next.acquired().run();
    }
  }
}
