package io.jenkins.plugins.austa.engine.access;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One client for each kubeconfig, however many steps use it at once: a thousand waiting rollouts
 * share connections and threads, and the next step finds a connection that is open already.
 *
 * <p>A client that nobody has used for the idle time is closed. A kubeconfig that has changed is
 * another one, so a replaced credential counts from the next step on.
 */
public final class SharedClients {
  private final Duration requestTimeout;
  private final Duration idle;
  private final Supplier<ScheduledExecutorService> timer;
  private final Clock clock;
  private final Map<String, Shared> open = new HashMap<>();

  /**
   * @param requestTimeout for connecting, and for each request
   * @param idle how long a client is kept that nobody uses
   * @param timer closes idle clients; asked for when needed, not shut down here
   * @param clock says how long a client has been idle
   */
  public SharedClients(
      Duration requestTimeout,
      Duration idle,
      Supplier<ScheduledExecutorService> timer,
      Clock clock) {
    this.requestTimeout = requestTimeout;
    this.idle = idle;
    this.timer = timer;
    this.clock = clock;
  }

  /**
   * Gives access to a cluster; nothing is asked of it yet.
   *
   * @return to be closed when the caller is done; its client is not to be closed by the caller
   * @throws KubernetesClientException when certificate or key cannot be used; the message may quote
   *     them
   */
  public synchronized Lease open(Kubeconfig kubeconfig) {
    Shared shared =
        open.computeIfAbsent(kubeconfig.fingerprint(), fingerprint -> connect(kubeconfig));
    shared.users++;
    return new Lease(shared);
  }

  /** How many clients are open, idle ones included. */
  synchronized int size() {
    return open.size();
  }

  private Shared connect(Kubeconfig kubeconfig) {
    KubernetesClient client =
        new KubernetesClientBuilder().withConfig(kubeconfig.config(requestTimeout)).build();
    return new Shared(kubeconfig.fingerprint(), client);
  }

  private synchronized void release(Shared shared) {
    shared.users--;
    shared.released = clock.instant();
    if (shared.users == 0 && !shared.watched) {
      // One look at a time: cancelled ones would lie in the timer's queue until they are due.
      shared.watched = true;
      lookAgain(shared, idle);
    }
  }

  private void lookAgain(Shared shared, Duration delay) {
    timer.get().schedule(() -> closeIfIdle(shared), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void closeIfIdle(Shared shared) {
    synchronized (this) {
      if (shared.users > 0) {
        shared.watched = false;
        return;
      }
      Duration left = Duration.between(clock.instant(), shared.released.plus(idle));
      if (left.toMillis() > 0) {
        lookAgain(shared, left);
        return;
      }
      open.remove(shared.fingerprint);
    }
    shared.client.close();
  }

  /** A client as one user has it. */
  public final class Lease implements AutoCloseable {
    private final Shared shared;
    private boolean closed;

    private Lease(Shared shared) {
      this.shared = shared;
    }

    /** With a timeout for requests; safe for use by several threads. */
    public KubernetesClient client() {
      return shared.client;
    }

    /** Gives it back; more than once does no harm. */
    @Override
    public void close() {
      synchronized (SharedClients.this) {
        if (!closed) {
          closed = true;
          release(shared);
        }
      }
    }
  }

  private static final class Shared {
    private final String fingerprint;
    private final KubernetesClient client;
    private int users;
    private boolean watched;
    private Instant released;

    private Shared(String fingerprint, KubernetesClient client) {
      this.fingerprint = fingerprint;
      this.client = client;
    }
  }
}
