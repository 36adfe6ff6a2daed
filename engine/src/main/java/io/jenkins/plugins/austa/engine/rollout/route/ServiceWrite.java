package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import java.util.Optional;

/** One write of a stable Service, which can be taken back. Calls block. */
final class ServiceWrite {

  private final KubernetesClient client;
  private final StableServices services;
  private final RolloutService service;
  private final Colour to;
  private final Service found;
  private Service written;

  /**
   * @param found as read before, its resourceVersion is the precondition; null when there was none
   *     and it is to be created
   */
  ServiceWrite(
      KubernetesClient client,
      StableServices services,
      RolloutService service,
      Colour to,
      Service found) {
    this.client = client;
    this.services = services;
    this.service = service;
    this.to = to;
    this.found = found;
  }

  String name() {
    return services.name(service);
  }

  /** Whether it leads elsewhere afterwards than before. */
  boolean moves() {
    return found == null || !services.colour(service, found).equals(Optional.of(to));
  }

  /**
   * Writes.
   *
   * @throws KubernetesClientException when that failed, or when nobody knows; see {@link
   *     #hasHappened}
   */
  void send() {
    try {
      written = found == null ? create() : client.resource(pointed(to, found)).update();
    } catch (KubernetesClientException e) {
      if (!happenedByAllThatIsKnown()) {
        throw e;
      }
    }
  }

  /**
   * Whether it has happened, asked anew when its answer was lost on the way.
   *
   * @throws KubernetesClientException when the API server cannot say
   */
  boolean hasHappened() {
    if (written == null) {
      written =
          Optional.ofNullable(client.resource(services.created(service, to)).get())
              .filter(now -> services.colour(service, now).equals(Optional.of(to)))
              .filter(now -> found == null || !version(now).equals(version(found)))
              .orElse(null);
    }
    return written != null;
  }

  /**
   * Puts back what was there before, only while nobody has written since.
   *
   * @throws KubernetesClientException when that failed
   */
  void undo() {
    if (found == null) {
      client.resource(written).lockResourceVersion().delete();
    } else {
      Colour from = services.colour(service, found).orElseThrow();
      new ServiceWrite(client, services, service, from, written).send();
    }
  }

  private boolean happenedByAllThatIsKnown() {
    try {
      return hasHappened();
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private Service create() {
    return client.resource(services.created(service, to)).create();
  }

  private Service pointed(Colour colour, Service stable) {
    return services.pointedTo(service, colour, stable);
  }

  private static String version(Service stable) {
    return stable.getMetadata().getResourceVersion();
  }
}
