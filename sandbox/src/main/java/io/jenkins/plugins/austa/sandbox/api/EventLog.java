package io.jenkins.plugins.austa.sandbox.api;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The newest changes in order, and those who follow them. A follower that starts from a version
 * misses nothing and sees nothing twice.
 */
public final class EventLog {
  private static final int KEPT = 20_000;

  private final ReentrantLock lock;
  private final Deque<StoreEvent> kept = new ArrayDeque<>();
  private final Collection<Consumer<StoreEvent>> followers = new CopyOnWriteArrayList<>();
  // The first version is taken: version 0 in a request means "any", not "before all".
  private long version = 1;
  private long forgotten;

  EventLog(ReentrantLock lock) {
    this.lock = lock;
  }

  /** Ends a subscription; more than once does nothing. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Follows all changes newer than a version. The follower is called by the thread that made the
   * change, before the change returns: it must be quick and must not call the store to write.
   *
   * @throws ApiException 410 when changes that old are no longer known
   */
  public Subscription follow(long after, Consumer<StoreEvent> follower) {
    lock.lock();
    try {
      if (after < forgotten) {
        throw new ApiException(
            410, "Expired", "too old resource version: " + after + " (" + version + ")");
      }
      newerThan(after).forEach(follower);
      followers.add(follower);
      return () -> followers.remove(follower);
    } finally {
      lock.unlock();
    }
  }

  /** Whether changes since a version are no longer known in full. */
  boolean isForgotten(long since) {
    lock.lock();
    try {
      return since < forgotten;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all past changes, as compaction does: who resumes from before is answered 410. */
  public void compact() {
    lock.lock();
    try {
      kept.clear();
      forgotten = version;
    } finally {
      lock.unlock();
    }
  }

  long version() {
    lock.lock();
    try {
      return version;
    } finally {
      lock.unlock();
    }
  }

  void append(StoreEvent event) {
    lock.lock();
    try {
      version = event.version();
      kept.addLast(event);
      if (kept.size() > KEPT) {
        forgotten = kept.removeFirst().version();
      }
      followers.forEach(follower -> follower.accept(event));
    } finally {
      lock.unlock();
    }
  }

  private List<StoreEvent> newerThan(long after) {
    return kept.stream().filter(event -> event.version() > after).toList();
  }
}
