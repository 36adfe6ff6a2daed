package io.jenkins.plugins.austa.engine.rollout;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Decides whether and how a recorded revision is gone back to, and writes it down as a candidate
 * with a number of its own; installs and scales nothing. Everything that speaks against it is found
 * before the record is written.
 */
final class PrepareReturn implements Action {

  private static final Set<Phase> UNDER_WAY =
      EnumSet.of(Phase.PREPARING, Phase.CHECKING, Phase.SWITCHING, Phase.VERIFYING, Phase.RETIRING);

  private final ReturnRequest request;
  private final ReturnChecks checks;
  private final String holder;

  PrepareReturn(ReturnRequest request, ReturnChecks checks, String holder) {
    this.request = request;
    this.checks = checks;
    this.holder = holder;
  }

  @Override
  public String name() {
    return "prepare";
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
  public Optional<ActionResult> nothingToDo(RolloutRecord record) {
    if (resumes(record)) {
      return Optional.empty();
    }
    return endedBefore(record).or(() -> serves(record));
  }

  private Optional<ActionResult> serves(RolloutRecord record) {
    Revision back = ReturnRule.choose(record, request.wanted());
    return ReturnRule.serves(record.active(), back)
        ? Optional.of(
            new ActionResult.Ended(
                "Nothing to do: " + record.active().label() + " serves already", true))
        : Optional.empty();
  }

  /** Whether this build was on this way back already when its process ended. */
  private boolean resumes(RolloutRecord record) {
    return UNDER_WAY.contains(record.phase())
        && record.holder().equals(holder)
        && record.candidateRevision().filter(this::isWanted).isPresent();
  }

  /**
   * Asked again after a crash at the very end, "previous" would mean another revision than it did:
   * one build goes back once.
   */
  private Optional<ActionResult> endedBefore(RolloutRecord record) {
    if (!record.holder().equals(holder) || record.history().isEmpty()) {
      return Optional.empty();
    }
    PastRevision last = record.history().get(0);
    boolean over = record.phase() == Phase.DONE || record.phase() == Phase.REVERTED;
    if (!over || last.ended() != record.phase() || !isWanted(last.revision())) {
      return Optional.empty();
    }
    return RolloutEnd.of(record);
  }

  private boolean isWanted(Revision candidate) {
    return candidate.restores() != null
        && (request.wanted() instanceof WantedRevision.Previous
            || request.wanted().equals(new WantedRevision.Numbered(candidate.restores())));
  }

  @Override
  public CompletableFuture<ActionResult> run(RolloutSession session) {
    return session
        .call(() -> resumes(session.record()) ? resume(session) : decide(session))
        .exceptionallyCompose(failure -> PrepareCandidate.refused(session, failure));
  }

  private ActionResult resume(RolloutSession session) {
    RolloutRecord record = session.record();
    String text =
        "Going on with the way back, " + record.candidate().label() + ", in " + record.phase();
    session.say(record.phase(), text);
    session.save(draft -> {});
    return new ActionResult.NothingToDo(text);
  }

  private ActionResult decide(RolloutSession session) {
    RolloutRecord record = session.record();
    Revision active = record.active();
    Revision back = ReturnRule.choose(record, request.wanted());
    EntryState entry = session.router().read();
    Preflight.entryFits(record, entry, session.router().entry());
    Preflight.routeFits(session.router().findings(entry), session::log);
    Preflight.imagesComplete(session.target(), back.images());
    boolean kept =
        back.colour() == active.colour().other()
            && new KeptRelease(session.client(), session.target()).holds(back);
    refuse(back, forgotten(record, back, kept).or(() -> checks.obstacle(back, kept)));
    Map<String, Integer> replicas = session.workloads().currentReplicas(active.colour());
    Preflight.surgeFits(replicas, session.settings().maxSurgeReplicas());
    return begin(session, back, kept, replicas);
  }

  /** What has to be installed again must be found again after a crash. */
  private static Optional<String> forgotten(RolloutRecord record, Revision back, boolean kept) {
    boolean remembered =
        record.history().stream().anyMatch(past -> past.revision().number() == back.number());
    return kept || remembered
        ? Optional.empty()
        : Optional.of("its colour has been used since, and it is not in the history any more");
  }

  private static void refuse(Revision back, Optional<String> obstacle) {
    if (obstacle.isPresent()) {
      throw new CannotReturnException(
          back.label(), obstacle.get(), "Go back to another revision, or roll out a better one.");
    }
  }

  private ActionResult begin(
      RolloutSession session, Revision back, boolean kept, Map<String, Integer> replicas) {
    RolloutRecord record = session.record();
    Revision active = record.active().withReplicas(replicas);
    Revision candidate =
        new Revision(
            record.nextNumber(),
            active.colour().other(),
            back.version(),
            back.images(),
            back.chart(),
            request.who(),
            session.now(),
            request.why(back),
            replicas,
            back.valuesDigest(),
            null,
            back.number(),
            kept ? back.installedNumber() : null);
    String text =
        "Going back to "
            + back.label()
            + " as revision "
            + candidate.number()
            + (kept
                ? ", which is still installed and gets its pods again"
                : ", which has to be installed again");
    session.say(Phase.PREPARING, text);
    session.save(
        draft ->
            draft
                .phase(Phase.PREPARING)
                .candidate(candidate)
                .active(active)
                // Where Helm installs over it, it is no way back any more.
                .previous(kept ? record.previous() : null)
                .revertedBecause(null));
    return new ActionResult.Done(text);
  }
}
