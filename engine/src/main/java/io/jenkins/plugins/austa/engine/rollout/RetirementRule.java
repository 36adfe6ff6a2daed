package io.jenkins.plugins.austa.engine.rollout;

/**
 * The one place that decides whether a colour may be scaled down or deleted. Pure. Whatever removes
 * pods asks here, right before, with what was just read.
 */
public final class RetirementRule {

  private RetirementRule() {}

  /**
   * Allows it only when the entry and the record agree that the colour carries no traffic and is
   * not the way back of a rollout that has yet to prove itself. Doubt refuses.
   */
  public static RetirementVerdict mayRetire(RolloutRecord record, EntryState entry, Colour colour) {
    if (entry.trouble().isPresent()) {
      return refused("the entry cannot be trusted: " + entry.trouble().get());
    }
    if (entry.carries(colour)) {
      return refused(colour + " carries traffic");
    }
    if (record.activeRevision().isPresent() && entry.missing()) {
      return refused("the entry is missing, so nobody knows which colour carries traffic");
    }
    if (record.activeRevision().map(Revision::colour).filter(colour::equals).isPresent()) {
      return refused("the record says that " + record.active().label() + " is active");
    }
    return switch (record.phase()) {
      case RETIRING, DONE, REVERTING, REVERTED ->
          allowed(colour + " carries no traffic and the rollout is " + record.phase());
      case SWITCHING, VERIFYING ->
          refused(colour + " is the way back while the rollout is " + record.phase());
      case PREPARING, CHECKING ->
          refused(colour + " is being rolled out, the rollout is " + record.phase());
      case STOPPED -> refused("the rollout has stopped and a person has to look first");
      case IDLE -> refused("no rollout is known, so nothing is known about " + colour);
    };
  }

  private static RetirementVerdict allowed(String reason) {
    return new RetirementVerdict(true, reason);
  }

  private static RetirementVerdict refused(String reason) {
    return new RetirementVerdict(false, reason);
  }
}
