package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code keepPrevious} is for: whether the Deployments of a colour are still those of a
 * recorded revision, so that going back to it takes no installation. Calls block.
 */
final class KeptRelease {

  static final String REVISION = "austa.io/revision";

  private final KubernetesClient client;
  private final RolloutTarget target;

  KeptRelease(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
  }

  /**
   * Whether all of the revision's Deployments are there, with its number and its images.
   *
   * @throws ClusterException if the API server does not say
   */
  boolean holds(Revision revision) {
    return target.services().stream().allMatch(service -> holds(revision, service));
  }

  private boolean holds(Revision revision, RolloutService service) {
    String name = target.objectName(service, revision.colour());
    Deployment found;
    try {
      found = client.apps().deployments().inNamespace(target.namespace()).withName(name).get();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read Deployment " + name, e);
    }
    return found != null
        && Objects.equals(revisionOf(found), String.valueOf(revision.installedNumber()))
        && images(found).stream().allMatch(revision.images().get(service.name())::equals);
  }

  /** The number of the revision that a Deployment belongs to; null when it carries none. */
  static String revisionOf(Deployment deployment) {
    Map<String, String> labels = deployment.getMetadata().getLabels();
    return labels == null ? null : labels.get(REVISION);
  }

  /** Of the container that has the service's name in the chart: its first. */
  private static List<String> images(Deployment deployment) {
    boolean empty =
        deployment.getSpec().getTemplate() == null
            || deployment.getSpec().getTemplate().getSpec() == null;
    return empty
        ? List.of()
        : deployment.getSpec().getTemplate().getSpec().getContainers().stream()
            .limit(1)
            .map(Container::getImage)
            .toList();
  }
}
