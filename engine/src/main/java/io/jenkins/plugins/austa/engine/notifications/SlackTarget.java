package io.jenkins.plugins.austa.engine.notifications;

import java.net.URI;
import java.util.Objects;

/** Where messages go. Holds a secret that no {@code toString}, message or log ever shows. */
public sealed interface SlackTarget {
  /**
   * A channel, through a bot: messages of one deploy form a thread.
   *
   * @param token the bot's token
   * @param channel the channel's id or name
   */
  record Bot(String token, String channel) implements SlackTarget {
    public Bot {
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String toString() {
      return "Slack channel " + channel;
    }
  }

  /**
   * An incoming webhook: its address is the secret. It cannot thread.
   *
   * @param url the webhook's whole address
   */
  record Webhook(URI url) implements SlackTarget {
    public Webhook {
      Objects.requireNonNull(url, "url");
    }

    @Override
    public String toString() {
      return "a Slack webhook";
    }
  }
}
