package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Decides number, colour and size of the candidate and writes them down; installs nothing. What an
 * earlier build left unfinished is brought to an end first.
 */
final class PrepareCandidate implements Action {

  private final RevisionRequest request;

  PrepareCandidate(RevisionRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return "prepare";
  }

  @Override
  public Optional<ActionResult> nothingToDo(RolloutRecord record) {
    // Even when nothing changes, the lease is taken first: two builds must not both believe so.
    return Optional.empty();
  }

  @Override
  public boolean forHolderOnly() {
    return false;
  }

  @Override
  public boolean revertsWhenBroken() {
    return false;
  }

  @Override
  public CompletableFuture<ActionResult> run(RolloutSession session) {
    RolloutRecord record = session.record();
    if (resumes(session.holder(), record)) {
      return session.call(() -> resume(session));
    }
    return new UnfinishedRollout(session)
        .settle()
        .thenCompose(settled -> session.call(() -> decide(session)))
        .exceptionallyCompose(failure -> refused(session, failure));
  }

  /** A build that may not begin must not keep others from it either. */
  static CompletableFuture<ActionResult> refused(RolloutSession session, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    boolean notOurs =
        cause instanceof LeaseHeldException || cause instanceof RecordConflictException;
    if (notOurs || !(cause instanceof RolloutException)) {
      return CompletableFuture.failedFuture(cause);
    }
    return session.call(
        () -> {
          session.releaseLease();
          throw (RolloutException) cause;
        });
  }

  private boolean resumes(String holder, RolloutRecord record) {
    Phase phase = record.phase();
    boolean untouched = phase == Phase.PREPARING || phase == Phase.CHECKING;
    boolean onTheWay =
        phase == Phase.SWITCHING || phase == Phase.VERIFYING || phase == Phase.RETIRING;
    boolean same =
        record
            .candidateRevision()
            .filter(one -> one.deploysTheSameAs(request, allImages(record)))
            .isPresent();
    return same && (untouched || (onTheWay && record.holder().equals(holder)));
  }

  private ActionResult resume(RolloutSession session) {
    String text =
        "Going on with "
            + session.record().candidate().label()
            + ", which build "
            + session.record().holder()
            + " had brought to "
            + session.record().phase();
    session.say(session.record().phase(), text);
    session.save(draft -> {});
    return new ActionResult.NothingToDo(text);
  }

  private ActionResult decide(RolloutSession session) {
    session.hold();
    RolloutRecord record = session.record();
    EntryState entry = session.router().read();
    Preflight.entryFits(record, entry, session.router().entry());
    Preflight.routeFits(session.router().findings(entry), session::log);
    if (record.phase() == Phase.STOPPED) {
      // Its record is written first, so that whoever stopped there does not go on beside us.
      session.save(draft -> {});
      outdateWrites(session, entry);
    }
    Map<String, String> images = allImages(record);
    Preflight.imagesComplete(session.target(), images);
    boolean serves =
        record.phase() != Phase.STOPPED
            && record
                .activeRevision()
                .filter(it -> it.deploysTheSameAs(request, images))
                .isPresent();
    return serves ? unchanged(session) : begin(session, images);
  }

  /** What the stopped rollout has sent and never got an answer to must not come true any more. */
  private static void outdateWrites(RolloutSession session, EntryState entry) {
    if (entry.colour().isPresent()) {
      session.router().takeBack(entry.colour().get(), entry);
    }
  }

  private ActionResult unchanged(RolloutSession session) {
    String text =
        "Nothing to do: "
            + session.record().active().label()
            + " already serves the same images from the same chart";
    session.say(Phase.DONE, text);
    session.save(draft -> draft.phase(Phase.DONE).revertedBecause(null));
    session.releaseLease();
    return new ActionResult.NothingToDo(text);
  }

  private ActionResult begin(RolloutSession session, Map<String, String> images) {
    RolloutRecord record = session.record();
    Optional<Revision> active = record.activeRevision();
    Map<String, Integer> replicas =
        active
            .map(revision -> session.workloads().currentReplicas(revision.colour()))
            .orElse(Map.of());
    Preflight.surgeFits(replicas, session.settings().maxSurgeReplicas());
    Colour colour = active.map(revision -> revision.colour().other()).orElse(Colour.BLUE);
    Revision candidate = revision(record.nextNumber(), colour, images, replicas, session.now());
    String from = active.map(revision -> ", beside " + revision.label()).orElse(", the first one");
    String text = "Preparing " + candidate.label() + from;
    session.say(Phase.PREPARING, text);
    session.save(
        draft ->
            withLeftover(draft, session)
                .phase(Phase.PREPARING)
                .candidate(candidate)
                .active(active.map(revision -> revision.withReplicas(replicas)).orElse(null))
                // Its release is about to be overwritten by the candidate's.
                .previous(null)
                .revertedBecause(null));
    return new ActionResult.Done(text);
  }

  /**
   * The candidate of a rollout that had stopped is remembered before the new one takes its place.
   */
  private static RecordDraft withLeftover(RecordDraft draft, RolloutSession session) {
    session
        .record()
        .candidateRevision()
        .ifPresent(
            left ->
                draft.ended(
                    new PastRevision(
                        left, Phase.STOPPED, session.now(), session.record().revertedBecause()),
                    session.settings().historyLimit()));
    return draft;
  }

  private Revision revision(
      int number,
      Colour colour,
      Map<String, String> images,
      Map<String, Integer> replicas,
      Instant now) {
    return new Revision(
        number,
        colour,
        request.version(),
        images,
        request.chart(),
        request.who(),
        now,
        request.why(),
        replicas,
        request.valuesDigest(),
        request.contract() ? true : null,
        null,
        null);
  }

  /** A service that was not built anew keeps the image it has. */
  private Map<String, String> allImages(RolloutRecord record) {
    Map<String, String> images =
        new HashMap<>(record.activeRevision().map(Revision::images).orElse(Map.of()));
    images.putAll(request.images());
    return images;
  }
}
