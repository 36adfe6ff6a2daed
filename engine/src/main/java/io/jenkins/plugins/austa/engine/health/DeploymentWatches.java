package io.jenkins.plugins.austa.engine.health;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells waits when the Deployments that they wait for change. All waits on one namespace share one
 * informer, which is open only as long as one of them waits.
 *
 * <p>An informer costs a thread of the HTTP client, so only a few are open at once: whoever comes
 * when all are taken hears nothing. The same holds where the account may not watch, which is tried
 * again after ten minutes only; it takes the verbs {@code list} and {@code watch} on deployments.
 */
public final class DeploymentWatches {

  private static final Duration REST = Duration.ofMinutes(10);

  private final int most;
  private final Clock clock;
  private final Map<Place, NamespaceWatch> open = new HashMap<>();
  private final Map<Place, Instant> refusedAt = new HashMap<>();

  /**
   * @param most how many informers may be open at once
   * @param clock says when it may be tried again where no informer could be opened
   */
  public DeploymentWatches(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /**
   * Changes of some Deployments; asks nothing of the cluster before somebody listens.
   *
   * @param names of the Deployments, also of those that do not exist yet
   */
  public Changes of(KubernetesClient client, String namespace, Set<String> names) {
    Place place = new Place(client, namespace);
    return changed -> follow(place, new NamespaceWatch.Listener(Set.copyOf(names), changed));
  }

  /** How many informers are open. */
  public synchronized int size() {
    return open.size();
  }

  private Changes.Following follow(Place place, NamespaceWatch.Listener listener) {
    NamespaceWatch watch;
    boolean first;
    synchronized (this) {
      watch = open.get(place);
      first = watch == null;
      if (first && !mayOpen(place)) {
        return Changes.Following.DEAF;
      }
      if (first) {
        watch = new NamespaceWatch(place.client(), place.namespace());
        open.put(place, watch);
      }
      watch.add(listener);
    }
    if (first) {
      NamespaceWatch opened = watch;
      opened.start(() -> refused(place, opened));
    }
    return new Seat(place, watch, listener);
  }

  private boolean mayOpen(Place place) {
    Instant now = clock.instant();
    refusedAt.values().removeIf(at -> at.plus(REST).isBefore(now));
    return open.size() < most && !refusedAt.containsKey(place);
  }

  /** One that was stopped before it had begun was not refused. */
  private synchronized void refused(Place place, NamespaceWatch watch) {
    if (open.remove(place, watch)) {
      refusedAt.put(place, clock.instant());
    }
  }

  private void leave(Place place, NamespaceWatch watch, NamespaceWatch.Listener listener) {
    synchronized (this) {
      if (!watch.remove(listener)) {
        return;
      }
      open.remove(place, watch);
    }
    watch.stop();
  }

  /** Which cluster, as which account, and where; a client is equal to itself only. */
  private record Place(KubernetesClient client, String namespace) {}

  private final class Seat implements Changes.Following {
    private final Place place;
    private final NamespaceWatch watch;
    private final NamespaceWatch.Listener listener;

    private Seat(Place place, NamespaceWatch watch, NamespaceWatch.Listener listener) {
      this.place = place;
      this.watch = watch;
      this.listener = listener;
    }

    @Override
    public boolean live() {
      return watch.live();
    }

    @Override
    public void close() {
      leave(place, watch, listener);
    }
  }
}
