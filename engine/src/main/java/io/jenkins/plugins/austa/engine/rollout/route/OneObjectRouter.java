package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryChangedException;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.Router;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Routes by one object named after the release; all services move in one write.
 *
 * @param <T> the object's type
 */
abstract class OneObjectRouter<T extends HasMetadata> implements Router {

  private static final int CONFLICT = 409;

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final OneObjectEntry<T> entry;
  private final String kind;
  private final NonNamespaceOperation<T, ?, Resource<T>> objects;

  /** Saves asking twice when users are to be moved at once; weak, for rollouts wait for days. */
  private volatile WeakReference<T> lastRead = new WeakReference<>(null);

  /**
   * @param kind for messages
   * @param objects those of the type in the target's namespace
   */
  OneObjectRouter(
      KubernetesClient client,
      RolloutTarget target,
      OneObjectEntry<T> entry,
      String kind,
      NonNamespaceOperation<T, ?, Resource<T>> objects) {
    this.client = client;
    this.target = target;
    this.entry = entry;
    this.kind = kind;
    this.objects = objects;
  }

  /** What speaks against the object itself, null when it does not exist. */
  abstract List<EntryFinding> objectFindings(T object);

  @Override
  public final EntryState read() {
    return entry.read(get());
  }

  @Override
  public final EntryState switchTo(Colour colour, EntryState seen) {
    T found = lastRead.get();
    if (!isSeen(found, seen)) {
      found = get();
    }
    if (!isSeen(found, seen)) {
      throw new EntryChangedException(entry(), null);
    }
    try {
      if (found == null) {
        objects.resource(entry.created(colour)).create();
      } else {
        objects.resource(MoveCount.raised(entry.pointedTo(colour, found))).update();
      }
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT) {
        throw new EntryChangedException(entry(), e);
      }
      throw new ClusterException("move the traffic of " + entry() + " to " + colour, e);
    }
    return read();
  }

  @Override
  public final List<EntryFinding> findings(EntryState seen) {
    List<EntryFinding> findings = new ArrayList<>(objectFindings(get()));
    findings.addAll(new ColourServices(client, target).findings(seen));
    return findings;
  }

  @Override
  public final String entry() {
    return kind + " " + target.namespace() + "/" + target.entryName();
  }

  private boolean isSeen(T object, EntryState seen) {
    String version = object == null ? null : object.getMetadata().getResourceVersion();
    return Objects.equals(version, seen.versions().get(target.entryName()));
  }

  private T get() {
    try {
      T found = objects.withName(target.entryName()).get();
      lastRead = new WeakReference<>(found);
      return found;
    } catch (KubernetesClientException e) {
      throw new ClusterException("read " + entry(), e);
    }
  }
}
