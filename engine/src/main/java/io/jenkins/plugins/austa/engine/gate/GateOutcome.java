package io.jenkins.plugins.austa.engine.gate;

/** How the gate decided. Only {@link #PASSED} lets a run go on. */
public enum GateOutcome {
  /** Every planned scan was read and nothing in it decides. */
  PASSED,
  /** Everything was read, and something decides against it. */
  FAILED,
  /** Something could not be read or trusted, so nothing can be said. */
  BROKEN
}
