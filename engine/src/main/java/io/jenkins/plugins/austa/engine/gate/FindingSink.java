package io.jenkins.plugins.austa.engine.gate;

/** Gets what a reader meets, one at a time. */
interface FindingSink {
  /**
   * Takes one finding.
   *
   * @param draft valid during this call only: the reader fills the same one again
   */
  void accept(FindingDraft draft);
}
