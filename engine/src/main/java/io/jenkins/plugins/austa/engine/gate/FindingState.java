package io.jenkins.plugins.austa.engine.gate;

/** How the policy sees a finding. */
public enum FindingState {
  /** Its severity does not reach the threshold. */
  BELOW,

  /** A suppression that holds covers it. */
  SUPPRESSED,

  /** It decided the last time already, and only new ones do. */
  KNOWN,

  /** It was published within the days of grace. */
  YOUNG,

  /** A budget has room for it. */
  BUDGETED,

  /** It fails the gate. */
  DECIDES
}
