package io.jenkins.plugins.austa.sandbox.fault;

/** How the metrics API behaves. */
public enum MetricsMode {
  /** Answers by the samples. */
  NORMAL,
  /** Connections are closed without an answer. */
  UNREACHABLE,
  /** Every request is answered 503. */
  UNAVAILABLE,
  /** Every query is answered with an empty vector. */
  EMPTY
}
