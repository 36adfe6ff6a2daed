package io.jenkins.plugins.austa.engine.rollout;

/** How an action ended, with the sentence that says so. */
sealed interface ActionResult {

  String message();

  /** What the action promises holds now; the recipe goes on. */
  record Done(String message) implements ActionResult {}

  /** It held already and nothing was done; the recipe goes on. */
  record NothingToDo(String message) implements ActionResult {}

  /** The rollout is over, nothing was done; the operation ends. */
  record Ended(String message, boolean succeeded) implements ActionResult {}

  /** The candidate is not fit or the action could not be done; the rollout goes back. */
  record Failed(String signal, String message) implements ActionResult {}

  /**
   * Nobody knows whether the candidate is fit, and the settings say to hold; the operation ends,
   * nothing is moved.
   */
  record Held(String message) implements ActionResult {}
}
