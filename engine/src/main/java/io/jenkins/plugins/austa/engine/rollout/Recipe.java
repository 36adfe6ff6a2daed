package io.jenkins.plugins.austa.engine.rollout;

import java.util.List;

/**
 * What a rollout does, in order: prepare, check, switch, verify, retire. Any failure on the way
 * goes to {@link RevertTraffic}.
 *
 * <p>It is cut into parts because other things happen between them: Helm installs the candidate
 * after prepare, people approve after check.
 */
enum Recipe {
  CHECK(new CheckCandidate()),
  /**
   * An approval may have taken a day, so the candidate is looked at once more right before users
   * see it.
   */
  SWITCH(new CheckCandidate(), new SwitchTraffic(), new VerifyTraffic()),
  RETIRE(new RetirePrevious()),
  /** The whole way back to a revision that is still installed; nothing happens in between. */
  RETURN(
      new BringUpKept(),
      new CheckCandidate(),
      new SwitchTraffic(),
      new VerifyTraffic(),
      new RetirePrevious());

  private final List<Action> actions;

  Recipe(Action... actions) {
    this.actions = List.of(actions);
  }

  List<Action> actions() {
    return actions;
  }

  static List<Action> prepare(RevisionRequest request) {
    return List.of(new PrepareCandidate(request));
  }
}
