package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.ApiServerProbe;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import io.jenkins.plugins.austa.engine.health.PublicHttpProbe;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Blue-green rollouts of one release, as one build sees them.
 *
 * <p>Every operation returns at once; waiting holds no thread. Every operation may be run again, by
 * the same holder in another process too: it goes on where the record says, and says why when there
 * is nothing to do. A future completes exceptionally with a {@link RolloutException} when the
 * operation could not be begun or the rollout belongs to somebody else, and with {@link
 * java.util.concurrent.CancellationException} after {@link #cancel()}; that the candidate was not
 * fit is an outcome, not an exception. One operation runs at a time.
 *
 * <p>The lease is renewed from {@link #prepare} on until the rollout has ended or {@link #close()},
 * so whoever is done with this object has to close it, or nobody else ever gets to roll out.
 */
public final class Rollout implements AutoCloseable {

  private static final Set<Phase> INSTALLED =
      EnumSet.of(Phase.SWITCHING, Phase.VERIFYING, Phase.RETIRING);

  private final RolloutSession session;
  private final RecipeRunner runner;
  private CompletableFuture<?> running = CompletableFuture.completedFuture(null);

  /**
   * @param client with request timeouts of its own; not closed here
   * @param router moves the traffic of {@code target}
   * @param scheduler starts the looks of all waiting rollouts; shared, not shut down here
   * @param holder id of the build: the same after a restart, different for every other build
   * @param log gets one line at a time for the user, from any thread
   */
  public Rollout(
      RolloutTarget target,
      RolloutSettings settings,
      KubernetesClient client,
      Router router,
      MetricsSource metrics,
      ScheduledExecutorService scheduler,
      Clock clock,
      String holder,
      Consumer<String> log) {
    this(
        new RolloutParts(
            target,
            settings,
            client,
            router,
            metrics,
            new PublicHttpProbe(settings.requestTimeout()),
            new ApiServerProbe(client, settings.requestTimeout()),
            SharedWatches.of(client, target.namespace()),
            scheduler,
            ApiCalls.shared(),
            clock,
            holder,
            log));
  }

  Rollout(RolloutParts parts) {
    this(parts, RetirementRule::mayRetire);
  }

  Rollout(RolloutParts parts, Retirement retirement) {
    this.session = new RolloutSession(parts, retirement);
    this.runner = new RecipeRunner(session);
  }

  /**
   * Takes the lease and decides what to install where. Nothing on the cluster changes but lease and
   * record.
   *
   * @return what to install; completes with {@link LeaseHeldException}, {@link
   *     EntryRefusedException} or {@link PreflightException} before anything is touched
   */
  public CompletableFuture<Preparation> prepare(RevisionRequest request) {
    return begin(
        () ->
            runner
                .run(Recipe.prepare(request))
                .thenApply(outcome -> preparation(outcome.record())));
  }

  /**
   * Looks at the installed candidate before any user sees it; takes the rollout back if it is not
   * fit.
   */
  public CompletableFuture<RolloutOutcome> check() {
    return begin(() -> runner.run(Recipe.CHECK.actions()));
  }

  /**
   * Moves all traffic to the candidate and verifies it under traffic; goes back by itself if it
   * does not do well.
   */
  public CompletableFuture<RolloutOutcome> switchTraffic() {
    return begin(() -> runner.run(Recipe.SWITCH.actions()));
  }

  /** Scales the previous colour to zero, ends the rollout and gives the lease back. */
  public CompletableFuture<RolloutOutcome> retire() {
    return begin(() -> runner.run(Recipe.RETIRE.actions()));
  }

  /**
   * Takes back the rollout that is under way, whoever began it, if its lease is ours or has
   * expired. An operation of this object that is still running is cancelled first. Does nothing
   * when no rollout is under way; one that is done stays.
   *
   * @param signal what decided, for example {@code manual}
   */
  public CompletableFuture<RolloutOutcome> revert(String signal, String reason) {
    CompletableFuture<?> before;
    synchronized (this) {
      before = running;
    }
    session.cancel();
    return before
        .handle((result, failure) -> null)
        .thenCompose(ended -> begin(() -> revertNow(signal, reason)));
  }

  /**
   * Goes back to a recorded revision, also after the rollout is done. Where that is still
   * installed, this is the whole recipe with its own automatic revert: scale up, check, switch,
   * verify, retire. Where it is not, the caller gets what Helm has to install, and goes on with
   * {@link #check}. It counts as a revision of its own.
   *
   * @param checks what speaks against it that the record does not know
   * @return completes with {@link CannotReturnException}, {@link LeaseHeldException}, {@link
   *     EntryRefusedException} or {@link PreflightException} before anything is touched
   */
  public CompletableFuture<Returning> revertTo(ReturnRequest request, ReturnChecks checks) {
    return begin(() -> decideReturn(request, checks).thenCompose(this::goBack));
  }

  /**
   * The first step of {@link #revertTo}, which goes on from there: takes the lease and decides. The
   * outcome's record has a candidate unless there is nothing to do.
   */
  public CompletableFuture<RolloutOutcome> prepareReturn(
      ReturnRequest request, ReturnChecks checks) {
    return begin(() -> decideReturn(request, checks));
  }

  private CompletableFuture<RolloutOutcome> decideReturn(
      ReturnRequest request, ReturnChecks checks) {
    return runner.run(List.of(new PrepareReturn(request, checks, session.holder())));
  }

  /**
   * What the record says now; takes no lease, writes nothing, and may be asked while an operation
   * runs.
   */
  public CompletableFuture<RolloutOutcome> status() {
    return session.status();
  }

  /**
   * Ends the running operation's wait; the record stays where it is and the lease is kept until it
   * expires, so that the same holder can go on.
   */
  public void cancel() {
    session.cancel();
  }

  /** Cancels, and stops renewing the lease. */
  @Override
  public void close() {
    session.cancel();
    session.stopRenewing();
  }

  private Preparation preparation(RolloutRecord record) {
    boolean unchanged = record.candidate() == null;
    Revision revision = unchanged ? record.active() : record.candidate();
    boolean first = record.lastKnownGood().isEmpty() && !unchanged;
    return new Preparation(
        revision,
        revision.colour(),
        session.target().helmRelease(revision.colour()),
        revision.replicas(),
        first,
        unchanged,
        INSTALLED.contains(record.phase()));
  }

  private CompletableFuture<Returning> goBack(RolloutOutcome prepared) {
    RolloutRecord record = prepared.record();
    Revision candidate = record.candidate();
    if (candidate == null) {
      return CompletableFuture.completedFuture(new Returning.Ended(prepared));
    }
    boolean early = record.phase() == Phase.PREPARING || record.phase() == Phase.CHECKING;
    return early && candidate.installedAs() == null
        ? CompletableFuture.completedFuture(
            new Returning.Install(preparation(record), record.restored()))
        : runner.run(Recipe.RETURN.actions()).thenApply(Returning.Ended::new);
  }

  private CompletableFuture<RolloutOutcome> revertNow(String signal, String reason) {
    return session
        .call(session::loadForRevert)
        .thenCompose(
            nothing ->
                nothing
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> new RevertTraffic(signal, reason).run(session)));
  }

  private synchronized <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> operation) {
    if (!running.isDone()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException(
              "Another operation of this rollout is running; wait for it or cancel it"));
    }
    session.begin();
    CompletableFuture<T> started = operation.get();
    running = started;
    return started;
  }
}
