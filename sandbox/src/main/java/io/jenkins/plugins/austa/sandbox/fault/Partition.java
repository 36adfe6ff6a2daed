package io.jenkins.plugins.austa.sandbox.fault;

/** How a client is cut off from the API server. */
public enum Partition {
  /** Every request breaks at once, and every watch with the beginning. */
  BROKEN,
  /**
   * Nothing answers: a request is neither carried out nor refused, a watch tells of nothing. All of
   * it breaks when the partition ends.
   */
  SILENT
}
