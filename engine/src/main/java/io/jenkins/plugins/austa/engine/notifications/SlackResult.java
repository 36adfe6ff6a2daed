package io.jenkins.plugins.austa.engine.notifications;

import java.io.Serializable;

/**
 * Whether a message was delivered. Never an exception: a message is not worth a deploy.
 *
 * @param delivered whether Slack took it
 * @param thread the thread to continue with, to be given with the next message; null when it was
 *     not delivered or cannot be threaded
 * @param reason why it was not delivered, without any secret; empty when it was
 */
public record SlackResult(boolean delivered, String thread, String reason) implements Serializable {
  static SlackResult delivered(String thread) {
    return new SlackResult(true, thread, "");
  }

  static SlackResult notDelivered(String reason) {
    return new SlackResult(false, null, reason);
  }
}
