package io.jenkins.plugins.austa.sandbox.traffic;

/**
 * What one user says, over one WebSocket after the other: a message that has not come back when a
 * WebSocket ends is said again on the next, so that none is lost unless nobody ever answers it.
 * Used on one event loop only.
 */
final class Conversation {
  private long count;
  private String awaited = "";

  /** Whether a message has been said that has not come back. */
  boolean isWaiting() {
    return !awaited.isEmpty();
  }

  /** What to say now: the message that is still to come back, else the next one. */
  String say() {
    if (awaited.isEmpty()) {
      awaited = "message " + ++count;
    }
    return awaited;
  }

  /** Whether this is what is to come back; then the conversation goes on. */
  boolean takes(String message) {
    if (awaited.isEmpty() || !message.equals(awaited)) {
      return false;
    }
    awaited = "";
    return true;
  }
}
