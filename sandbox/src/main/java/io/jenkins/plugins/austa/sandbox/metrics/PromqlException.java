package io.jenkins.plugins.austa.sandbox.metrics;

/** A query that cannot be parsed or evaluated; the message says where and why. */
final class PromqlException extends RuntimeException {
  private final boolean syntax;

  private PromqlException(boolean syntax, String message) {
    super(message);
    this.syntax = syntax;
  }

  static PromqlException syntax(int position, String why) {
    return new PromqlException(true, "1:" + (position + 1) + ": parse error: " + why);
  }

  static PromqlException execution(String why) {
    return new PromqlException(false, why);
  }

  /** Whether the query itself is wrong, not what came of it. */
  boolean isSyntax() {
    return syntax;
  }
}
