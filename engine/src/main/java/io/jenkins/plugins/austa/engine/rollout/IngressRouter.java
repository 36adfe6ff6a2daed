package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;

/** Routes by one Ingress named after the release; all services move in one write. */
public final class IngressRouter implements Router {

  private static final int CONFLICT = 409;

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final IngressEntry entry;

  public IngressRouter(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
    this.entry = new IngressEntry(target);
  }

  @Override
  public EntryState read() {
    return entry.read(get());
  }

  @Override
  public EntryState switchTo(Colour colour, EntryState seen) {
    Ingress found = get();
    String version = found == null ? null : found.getMetadata().getResourceVersion();
    if (!Objects.equals(version, seen.versions().get(target.entryName()))) {
      throw new EntryChangedException(entry(), null);
    }
    try {
      if (found == null) {
        client.resource(entry.created(colour)).create();
      } else {
        client.resource(entry.pointedTo(colour, found)).update();
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
  public String entry() {
    return "Ingress " + target.namespace() + "/" + target.entryName();
  }

  private Ingress get() {
    try {
      return client
          .network()
          .v1()
          .ingresses()
          .inNamespace(target.namespace())
          .withName(target.entryName())
          .get();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read " + entry(), e);
    }
  }
}
