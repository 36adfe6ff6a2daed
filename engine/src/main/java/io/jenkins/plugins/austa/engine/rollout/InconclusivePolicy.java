package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.SignalVerdict;

/** From a signal's verdict to what the rollout does. Pure. */
final class InconclusivePolicy {

  private InconclusivePolicy() {}

  static ActionResult apply(SignalVerdict verdict, OnInconclusive policy) {
    if (verdict instanceof SignalVerdict.Passed) {
      return new ActionResult.Done(verdict.reason());
    }
    if (verdict instanceof SignalVerdict.Inconclusive && policy == OnInconclusive.HOLD) {
      return new ActionResult.Held(
          "Held, because onInconclusive is hold: "
              + verdict.reason()
              + ". Nothing was moved. Look at it, then run this again or revert.");
    }
    return new ActionResult.Failed(verdict.signal(), verdict.reason());
  }
}
