package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.AllOf;
import io.jenkins.plugins.austa.engine.health.ApiServerWebSocketProbe;
import io.jenkins.plugins.austa.engine.health.Availability;
import io.jenkins.plugins.austa.engine.health.Convergence;
import io.jenkins.plugins.austa.engine.health.CrashLoop;
import io.jenkins.plugins.austa.engine.health.ErrorRate;
import io.jenkins.plugins.austa.engine.health.ExpectedAnswer;
import io.jenkins.plugins.austa.engine.health.ExpectedWorkload;
import io.jenkins.plugins.austa.engine.health.HttpExpectation;
import io.jenkins.plugins.austa.engine.health.Latency;
import io.jenkins.plugins.austa.engine.health.MetricComparison;
import io.jenkins.plugins.austa.engine.health.MetricLimit;
import io.jenkins.plugins.austa.engine.health.ProxiedService;
import io.jenkins.plugins.austa.engine.health.QueryTemplate;
import io.jenkins.plugins.austa.engine.health.Signal;
import io.jenkins.plugins.austa.engine.health.WebSocketHandshake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The signals that tell whether a revision is well. */
final class CandidateSignals {

  private static final int OK = 200;

  private final RolloutParts parts;

  CandidateSignals(RolloutParts parts) {
    this.parts = parts;
  }

  /** Before any user sees the revision: whether it is that one, its pods, then its health paths. */
  List<Signal> beforeTraffic(Revision revision) {
    List<Signal> signals = new ArrayList<>();
    signals.add(new InstalledRevision(parts.client(), parts.target(), revision, parts.calls()));
    signals.add(
        available(
            revision,
            service -> revision.replicas().getOrDefault(service.name(), 0),
            parts.settings().maxRestarts()));
    for (RolloutService service : parts.target().services()) {
      signals.add(
          new HttpExpectation(
              parts.apiServer(),
              proxied(service, revision),
              ExpectedAnswer.status(service.healthPath(), OK)));
    }
    HealthChecks checks = parts.settings().checks();
    checks.http().forEach(check -> signals.addAll(http(check, revision)));
    checks.webSockets().forEach(check -> signals.add(webSocket(check, revision)));
    return signals;
  }

  private List<Signal> http(HealthChecks.Http check, Revision revision) {
    ProxiedService service = proxied(parts.target().service(check.service()), revision);
    Signal answer = new HttpExpectation(parts.apiServer(), service, check.expected());
    return check.latency() == null
        ? List.of(answer)
        : List.of(
            answer,
            new Latency(parts.apiServer(), service, check.expected().path(), check.latency()));
  }

  private Signal webSocket(HealthChecks.WebSocket check, Revision revision) {
    return new WebSocketHandshake(
        new ApiServerWebSocketProbe(parts.client(), parts.settings().requestTimeout()),
        proxied(parts.target().service(check.service()), revision),
        check.path());
  }

  private ProxiedService proxied(RolloutService service, Revision revision) {
    return new ProxiedService(
        parts.target().namespace(), parts.target().objectName(service, revision.colour()));
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
   * Under users' traffic: still answered by the revision, few errors, no crash loop, and the
   * configured numbers. The requests of the first are traffic, too, so that a quiet release is not
   * without data.
   *
   * @param switchedAt when traffic was moved to the revision; null when that is not recorded
   */
  Signal underTraffic(Revision revision, Instant switchedAt) {
    List<Signal> signals =
        new ArrayList<>(
            List.of(convergence(revision, 1), errorRate(revision), crashLoop(revision)));
    for (HealthChecks.Metric check : parts.settings().checks().metrics()) {
      signals.add(metric(check, revision, switchedAt));
    }
    return new AllOf(signals);
  }

  private Signal crashLoop(Revision revision) {
    RolloutTarget target = parts.target();
    return new CrashLoop(
        parts.client(),
        target.namespace(),
        Map.of(OwnLabels.INSTANCE, target.helmRelease(revision.colour())),
        parts.settings().maxRestarts(),
        parts.calls());
  }

  private Signal metric(HealthChecks.Metric check, Revision revision, Instant switchedAt) {
    Duration window = parts.settings().verifyWindow();
    return new MetricLimit(
        check.name(),
        parts.metrics(),
        new MetricComparison(
            filled(check.query(), revision.colour()),
            check.limit(),
            check.overBaseline(),
            filled(check.query(), revision.colour().other()),
            switchedAt),
        window);
  }

  private String filled(QueryTemplate query, Colour colour) {
    RolloutTarget target = parts.target();
    return query.fill(
        target.namespace(), target.release(), colour.toString(), parts.settings().verifyWindow());
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
    String query = filled(settings.errorRateQuery(), revision.colour());
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
    Set<String> names =
        workloads.stream().map(ExpectedWorkload::deployment).collect(Collectors.toSet());
    return new Availability(
        parts.client(),
        parts.target().namespace(),
        workloads,
        maxRestarts,
        parts.changes().of(names),
        parts.calls());
  }
}
