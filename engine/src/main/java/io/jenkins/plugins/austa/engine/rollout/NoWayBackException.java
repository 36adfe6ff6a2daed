package io.jenkins.plugins.austa.engine.rollout;

/** Traffic should go back but there is nothing to go back to. */
public final class NoWayBackException extends RolloutException {

  private static final long serialVersionUID = 1L;

  NoWayBackException(Revision candidate) {
    super(
        "There is no revision before "
            + candidate.label()
            + " to go back to, so traffic stays on it. Roll out a better one.",
        null);
  }

  NoWayBackException(Revision good, String why) {
    super(
        good.label()
            + " cannot take the traffic back: "
            + why
            + ". Traffic stays where it is. Bring its pods up, then revert again, or roll out a better revision.",
        null);
  }
}
