package io.jenkins.plugins.austa.engine.rollout.history;

/** What an installed revision is like. */
enum Health {
  WELL("is well"),
  NEVER_READY("never gets ready"),
  UNHEALTHY("answers its health path with 500"),
  BAD_UNDER_TRAFFIC("answers every second user with 500"),
  NO_DATA("has no metrics");

  private final String text;

  Health(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
