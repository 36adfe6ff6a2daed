package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;

/** Keeps a ReplicaSet for the present template of each Deployment and moves replicas to it. */
public final class DeploymentController {
  private static final String HASH = "pod-template-hash";
  private static final String REVISION = "deployment.kubernetes.io/revision";

  private final ClusterState state;
  private final ClusterClient client;
  private final ControlLoop loop;
  private final Reconciler queue;
  private final DeploymentStatuses statuses = new DeploymentStatuses();
  private final Map<String, ScheduledFuture<?>> deadlines = new HashMap<>();

  public DeploymentController(ClusterState state, ClusterClient client, ControlLoop loop) {
    this.state = state;
    this.client = client;
    this.loop = loop;
    this.queue = new Reconciler(loop, this::reconcile);
    state.deployments().onChange(this::changed);
    state.replicaSets().onChange(change -> queue.enqueueOwner(change.last(), "Deployment"));
  }

  private void changed(Informer.Change<Deployment> change) {
    if (change.after() == null) {
      statuses.forget(change.before());
      return;
    }
    queue.enqueue(change.after());
  }

  private void reconcile(String namespace, String name) {
    Deployment deployment = state.deployments().get(namespace, name).orElse(null);
    if (deployment == null || deployment.getMetadata().getDeletionTimestamp() != null) {
      return;
    }
    ReplicaSet current = current(deployment);
    List<ReplicaSet> old = others(deployment, current);
    RollingUpdate.of(deployment)
        .next(current, old)
        .forEach((set, replicas) -> scale(namespace, set, replicas));
    prune(deployment, old);
    report(deployment, current);
  }

  private ReplicaSet current(Deployment deployment) {
    String hash = hash(deployment);
    Optional<ReplicaSet> existing =
        state.replicaSets().ownedBy(deployment).stream()
            .filter(set -> hash.equals(set.getMetadata().getLabels().get(HASH)))
            .findFirst();
    int newest =
        state.replicaSets().ownedBy(deployment).stream()
            .mapToInt(DeploymentController::revision)
            .max()
            .orElse(0);
    if (existing.isPresent() && revision(existing.get()) == newest) {
      return existing.get();
    }
    int revision = newest + 1;
    client.merge(Kinds.DEPLOYMENTS, deployment, revisionPatch(revision));
    if (existing.isPresent()) {
      client.merge(Kinds.REPLICA_SETS, existing.get(), revisionPatch(revision));
      return existing.get();
    }
    return client.create(
        Kinds.REPLICA_SETS, replicaSet(deployment, hash, revision), ReplicaSet.class);
  }

  private static String revisionPatch(int revision) {
    return "{\"metadata\":{\"annotations\":{\"" + REVISION + "\":\"" + revision + "\"}}}";
  }

  private static int revision(ReplicaSet set) {
    return Integer.parseInt(set.getMetadata().getAnnotations().getOrDefault(REVISION, "0"));
  }

  private List<ReplicaSet> others(Deployment deployment, ReplicaSet current) {
    String name = current.getMetadata().getName();
    return state.replicaSets().ownedBy(deployment).stream()
        .filter(set -> !set.getMetadata().getName().equals(name))
        .sorted(Comparator.comparingInt(DeploymentController::revision))
        .toList();
  }

  private void scale(String namespace, String name, int replicas) {
    state
        .replicaSets()
        .get(namespace, name)
        .filter(set -> set.getSpec().getReplicas() != replicas)
        .ifPresent(
            set ->
                client.merge(
                    Kinds.REPLICA_SETS, set, "{\"spec\":{\"replicas\":" + replicas + "}}"));
  }

  private void prune(Deployment deployment, List<ReplicaSet> old) {
    List<ReplicaSet> empty = old.stream().filter(set -> set.getSpec().getReplicas() == 0).toList();
    int surplus = empty.size() - deployment.getSpec().getRevisionHistoryLimit();
    empty.stream()
        .limit(Math.max(0, surplus))
        .forEach(set -> client.delete(Kinds.REPLICA_SETS, set));
  }

  private void report(Deployment deployment, ReplicaSet current) {
    String namespace = deployment.getMetadata().getNamespace();
    ReplicaSet fresh =
        state.replicaSets().get(namespace, current.getMetadata().getName()).orElse(current);
    DeploymentStatus status =
        statuses.status(deployment, fresh, state.replicaSets().ownedBy(deployment));
    if (!Objects.equals(status, deployment.getStatus())) {
      client.replaceStatus(
          Kinds.DEPLOYMENTS, new DeploymentBuilder(deployment).withStatus(status).build());
    }
    watchDeadline(deployment);
  }

  /** Looks again when the deadline passes; there is no event for time going by. */
  private void watchDeadline(Deployment deployment) {
    ScheduledFuture<?> previous = deadlines.remove(deployment.getMetadata().getUid());
    if (previous != null) {
      previous.cancel(false);
    }
    statuses
        .untilDeadline(deployment)
        .ifPresent(
            left ->
                deadlines.put(
                    deployment.getMetadata().getUid(),
                    loop.after(left.plusMillis(1), () -> queue.enqueue(deployment))));
  }

  private static String hash(Deployment deployment) {
    String template = Serialization.asJson(deployment.getSpec().getTemplate());
    return Integer.toHexString(template.hashCode());
  }

  private static ReplicaSet replicaSet(Deployment deployment, String hash, int revision) {
    return new ReplicaSetBuilder()
        .withNewMetadata()
        .withName(deployment.getMetadata().getName() + "-" + hash)
        .withNamespace(deployment.getMetadata().getNamespace())
        .withLabels(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .addToLabels(HASH, hash)
        .addToAnnotations(REVISION, String.valueOf(revision))
        .withOwnerReferences(Owners.controller(deployment))
        .endMetadata()
        .withNewSpec()
        .withReplicas(0)
        .withSelector(deployment.getSpec().getSelector())
        .editOrNewSelector()
        .addToMatchLabels(HASH, hash)
        .endSelector()
        .withTemplate(deployment.getSpec().getTemplate())
        .editTemplate()
        .editMetadata()
        .addToLabels(HASH, hash)
        .endMetadata()
        .endTemplate()
        .endSpec()
        .build();
  }
}
