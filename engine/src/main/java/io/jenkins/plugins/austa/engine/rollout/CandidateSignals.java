package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.AllOf;
import io.jenkins.plugins.austa.engine.health.Availability;
import io.jenkins.plugins.austa.engine.health.Convergence;
import io.jenkins.plugins.austa.engine.health.ErrorRate;
import io.jenkins.plugins.austa.engine.health.ExpectedWorkload;
import io.jenkins.plugins.austa.engine.health.HttpExpectation;
import io.jenkins.plugins.austa.engine.health.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The signals that tell whether a revision is well. */
final class CandidateSignals {

  private static final int OK = 200;

  private final RolloutParts parts;

  CandidateSignals(RolloutParts parts) {
    this.parts = parts;
  }

  /** Before any user sees the revision: its pods, then its health paths. */
  List<Signal> beforeTraffic(Revision revision) {
    List<Signal> signals = new ArrayList<>();
    signals.add(
        available(
            revision,
            service -> revision.replicas().getOrDefault(service.name(), 0),
            parts.settings().maxRestarts()));
    for (RolloutService service : parts.target().services()) {
      signals.add(
          new HttpExpectation(
              parts.apiServer(),
              parts.target().namespace(),
              parts.target().objectName(service, revision.colour()),
              service.healthPath(),
              OK));
    }
    return signals;
  }

  /**
   * Whether a revision to go back to can serve. Nobody waits for its last pod or counts its
   * restarts while users meet errors: one pod a service is enough, all recorded pods only if it had
   * none at all.
   */
  Signal canServe(Revision revision, boolean fromZero) {
    return available(
        revision,
        service -> fromZero ? revision.replicas().getOrDefault(service.name(), 1) : 1,
        Integer.MAX_VALUE);
  }

  Signal convergence(Revision revision) {
    return convergence(revision, parts.settings().convergenceRounds());
  }

  /**
   * Under users' traffic: still answered by the revision, and few errors. The requests of the
   * former are traffic, too, so that a quiet release is not without data.
   */
  Signal underTraffic(Revision revision) {
    return new AllOf(convergence(revision, 1), errorRate(revision));
  }

  private Signal convergence(Revision revision, int rounds) {
    return new Convergence(
        parts.publicRoute(),
        parts.target().publicUrl(),
        parts.target().services().stream().map(RolloutService::routePath).toList(),
        revision.installedNumber(),
        rounds);
  }

  private Signal errorRate(Revision revision) {
    RolloutSettings settings = parts.settings();
    String query =
        settings
            .errorRateQuery()
            .fill(
                parts.target().namespace(),
                parts.target().release(),
                revision.colour().toString(),
                settings.verifyWindow());
    return new ErrorRate(
        parts.metrics(), query, settings.verifyWindow(), settings.errorRateLimit());
  }

  private Signal available(
      Revision revision, ToIntFunction<RolloutService> replicas, int maxRestarts) {
    List<ExpectedWorkload> workloads =
        parts.target().services().stream()
            .map(
                service ->
                    new ExpectedWorkload(
                        parts.target().objectName(service, revision.colour()),
                        replicas.applyAsInt(service)))
            .toList();
    return new Availability(
        parts.client(), parts.target().namespace(), workloads, maxRestarts, parts.calls());
  }
}
