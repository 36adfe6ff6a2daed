package io.jenkins.plugins.austa.engine.rollout.history;

/**
 * A promise that a history has shown to be broken.
 *
 * @param promise which, always in the same words
 * @param how what happened
 */
record Violation(Promise promise, String how) {

  /** What holds in every history. */
  enum Promise {
    CARRIER_UNTOUCHED("the colour that carries traffic is never scaled down, deleted or changed"),
    WAY_BACK_KEPT("pods are removed only where the rule allows it"),
    ENTRY_LEADS_TO_PODS("traffic never moves to a colour without pods"),
    RECORD_TRUE("the record never says what is not so"),
    ONE_MOVER("only whoever the record names moves traffic, and only to where the record says"),
    SWITCHED_ONCE("traffic is never switched twice for one revision"),
    ENDS("every operation ends"),
    SAYS_WHAT_TO_DO("every failure is one that a rollout knows, and says what to do"),
    GOES_ON("once faults cease, a rollout can be brought to its end");

    private final String text;

    Promise(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
