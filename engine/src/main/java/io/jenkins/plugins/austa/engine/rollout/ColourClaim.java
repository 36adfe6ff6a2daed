package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Takes the Deployments of a revision for carrying traffic: brings each up to at least the pods it
 * is recorded with, and marks it, so that whatever somebody else has decided about it before comes
 * to nothing. Services without a Deployment are left out.
 *
 * <p>All are looked at together and changed together, because users may be waiting. In between, the
 * record has to be written or confirmed: then nobody else has begun to work on the release since.
 */
final class ColourClaim {

  private final RolloutSession session;
  private final Revision revision;
  private final List<Optional<Deployment>> seen;

  private ColourClaim(RolloutSession session, Revision revision, List<Optional<Deployment>> seen) {
    this.session = session;
    this.revision = revision;
    this.seen = seen;
  }

  /**
   * What has come of it.
   *
   * @param fromZero whether any of them had no pods at all, so that they have to be waited for
   * @param serving whether each service has a pod that serves at this moment
   */
  record Taken(boolean fromZero, boolean serving) {}

  /** Looks at the Deployments; changes nothing. Completes with {@link ClusterException}. */
  static CompletableFuture<ColourClaim> look(RolloutSession session, Revision revision) {
    return together(
            session.target().services(),
            service -> session.call(() -> session.workloads().read(service, revision.colour())))
        .thenApply(seen -> new ColourClaim(session, revision, seen));
  }

  /**
   * Changes them. The record has been written or confirmed since the look. Completes with {@link
   * ClusterException}.
   */
  CompletableFuture<Taken> take() {
    // Not used before for this colour.
    String mark = session.holder() + " " + session.now();
    List<RolloutService> services = session.target().services();
    List<CompletableFuture<Optional<WorkloadWrite.Changed>>> changes = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      RolloutService service = services.get(i);
      Optional<Deployment> found = seen.get(i);
      changes.add(session.call(() -> take(service, found, mark)));
    }
    return together(changes, change -> change).thenApply(ColourClaim::taken);
  }

  private Optional<WorkloadWrite.Changed> take(
      RolloutService service, Optional<Deployment> found, String mark) {
    int wanted = Math.max(1, revision.replicas().getOrDefault(service.name(), 1));
    return session
        .workloads()
        .claim(service, revision.colour(), found, wanted, mark, session::confirm);
  }

  private static Taken taken(List<Optional<WorkloadWrite.Changed>> changes) {
    return new Taken(
        changes.stream()
            .flatMap(Optional::stream)
            .anyMatch(change -> WorkloadWrite.replicas(change.before()) == 0),
        changes.stream().allMatch(change -> change.filter(one -> serves(one.after())).isPresent()));
  }

  /** As strict as the signal that is waited for otherwise: whoever is not sure asks that. */
  private static boolean serves(Deployment deployment) {
    DeploymentStatus status = deployment.getStatus();
    return status != null
        && number(status.getAvailableReplicas()) > 0
        && number(status.getUpdatedReplicas()) > 0
        && number(status.getReplicas()) <= number(status.getUpdatedReplicas())
        && status.getObservedGeneration() != null
        && status.getObservedGeneration() >= deployment.getMetadata().getGeneration()
        && status.getConditions().stream()
            .noneMatch(condition -> "ProgressDeadlineExceeded".equals(condition.getReason()));
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }

  /** Does the same for each at once; the results are in the order of what they are for. */
  private static <A, B> CompletableFuture<List<B>> together(
      List<A> each, Function<A, CompletableFuture<B>> task) {
    CompletableFuture<List<B>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (CompletableFuture<B> one : each.stream().map(task).toList()) {
      all =
          all.thenCombine(
              one,
              (results, result) -> {
                results.add(result);
                return results;
              });
    }
    return all;
  }
}
