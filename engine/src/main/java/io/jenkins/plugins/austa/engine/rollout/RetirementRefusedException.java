package io.jenkins.plugins.austa.engine.rollout;

/** A colour was about to be scaled to zero that must not be. */
public final class RetirementRefusedException extends RolloutException {

  private static final long serialVersionUID = 1L;

  RetirementRefusedException(Colour colour, String why) {
    super(
        "Refused to scale "
            + colour
            + " to zero: "
            + why
            + ". It was left as it is. Look at the entry and the record with 'austa status', then run again.",
        null);
  }
}
