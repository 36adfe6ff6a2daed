package io.jenkins.plugins.austa.engine.health;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The informer on one namespace's Deployments and who listens to it. Starts once, stops once. */
final class NamespaceWatch implements ResourceEventHandler<Deployment> {

  private static final Logger LOG = LoggerFactory.getLogger(NamespaceWatch.class);

  private final String namespace;
  private final SharedIndexInformer<Deployment> informer;
  private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
  private volatile boolean started;

  NamespaceWatch(KubernetesClient client, String namespace) {
    this.namespace = namespace;
    this.informer =
        client
            .apps()
            .deployments()
            .inNamespace(namespace)
            .runnableInformer(0)
            .addEventHandler(this);
    // What begins well is gone on with, whatever happens to the connection; what does not even
    // begin
    // is most often not allowed, and will not be by asking again.
    informer.exceptionHandler((begun, failure) -> begun);
  }

  /**
   * Begins to list and to watch; does not wait for either.
   *
   * @param refused is called when one of them cannot be done, or when it was stopped before
   */
  void start(Runnable refused) {
    try {
      informer.start().whenComplete((nothing, failure) -> began(failure, refused));
    } catch (KubernetesClientException e) {
      began(e, refused);
    }
  }

  private void began(Throwable failure, Runnable refused) {
    if (failure != null) {
      LOG.debug("Deployments of {} are polled, they cannot be watched", namespace, failure);
      refused.run();
      return;
    }
    started = true;
    // What has changed between their last look and this moment, nobody has told them.
    listeners.forEach(listener -> listener.changed().run());
  }

  /** Whether changes are told; wrong for a while when the connection has died in silence. */
  boolean live() {
    return started && informer.isWatching();
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  /** Whether it was the last one. */
  boolean remove(Listener listener) {
    return listeners.remove(listener) && listeners.isEmpty();
  }

  void stop() {
    informer.stop();
  }

  @Override
  public void onAdd(Deployment deployment) {
    tell(deployment);
  }

  @Override
  public void onUpdate(Deployment before, Deployment after) {
    tell(after);
  }

  @Override
  public void onDelete(Deployment deployment, boolean stateUnknown) {
    tell(deployment);
  }

  private void tell(Deployment deployment) {
    String name = deployment.getMetadata().getName();
    for (Listener listener : listeners) {
      if (listener.names().contains(name)) {
        listener.changed().run();
      }
    }
  }

  /** Who waits for which Deployments; equal to itself only. */
  static final class Listener {
    private final Set<String> names;
    private final Runnable changed;

    Listener(Set<String> names, Runnable changed) {
      this.names = names;
      this.changed = changed;
    }

    Set<String> names() {
      return names;
    }

    Runnable changed() {
      return changed;
    }
  }
}
