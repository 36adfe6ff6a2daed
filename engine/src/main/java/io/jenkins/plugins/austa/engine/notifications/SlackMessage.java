package io.jenkins.plugins.austa.engine.notifications;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A message as Slack's blocks, with a plain text for notifications and screen readers. Text from
 * outside, such as a commit's subject, is escaped: it can neither mention a channel nor forge a
 * link.
 */
public final class SlackMessage {
  private static final int LONGEST_TEXT = 2900;
  private static final int LONGEST_FIELD = 1900;
  private static final int MOST_FIELDS = 10;

  private final String summary;
  private final List<String[]> fields = new ArrayList<>();
  private String details;
  private String link;
  private String linkText;

  private SlackMessage(String summary) {
    this.summary = Objects.requireNonNull(summary, "summary");
  }

  /** A message of one sentence, in plain text. */
  public static SlackMessage of(String summary) {
    return new SlackMessage(summary);
  }

  /** A run began: the message that starts a deploy's thread. */
  public static SlackMessage started(String platform, String branch, String commit, String runUrl) {
    return of(platform + ": pipeline started on " + branch)
        .field("Branch", branch)
        .field("Commit", commit)
        .link("Open the run", runUrl);
  }

  /** Somebody other than the author has to approve. */
  public static SlackMessage approvalNeeded(
      String platform, String environment, boolean noWayBack, String approveUrl) {
    SlackMessage message =
        of(platform + ": " + environment + " needs an approval")
            .field("Environment", environment)
            .link("Review and decide", approveUrl);
    return noWayBack
        ? message.details("No way back: its migrations break the version that is running.")
        : message;
  }

  /** Traffic went back by itself. */
  public static SlackMessage reverted(
      String platform, String environment, String because, String servingRevision, String runUrl) {
    return of(platform + ": " + environment + " was reverted")
        .field("Serving now", "revision " + servingRevision)
        .details(because)
        .link("Open the run", runUrl);
  }

  /** A run ended. */
  public static SlackMessage done(String platform, String result, String duration, String runUrl) {
    return of(platform + ": " + result)
        .field("Result", result)
        .field("Duration", duration)
        .link("Open the report", runUrl);
  }

  /** Adds a name and its value; Slack shows at most ten, further ones are left out. */
  public SlackMessage field(String name, String value) {
    if (fields.size() < MOST_FIELDS) {
      fields.add(new String[] {name, String.valueOf(value)});
    }
    return this;
  }

  /** A paragraph below the summary, in plain text. */
  public SlackMessage details(String text) {
    details = text;
    return this;
  }

  /** A link below; anything but http and https is left out. */
  public SlackMessage link(String text, String url) {
    if (url != null && url.matches("https?://[^\\s<>|\"]+")) {
      link = url;
      linkText = text;
    }
    return this;
  }

  /** Fallback text and blocks, as both ways of posting take them. */
  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("text", escaped(summary, LONGEST_TEXT));
    ArrayNode blocks = root.putArray("blocks");
    section(blocks).putObject("text").put("type", "mrkdwn").put("text", "*" + bold(summary) + "*");
    if (!fields.isEmpty()) {
      ArrayNode list = section(blocks).putArray("fields");
      for (String[] field : fields) {
        list.addObject()
            .put("type", "mrkdwn")
            .put("text", "*" + bold(field[0]) + "*\n" + escaped(field[1], LONGEST_FIELD));
      }
    }
    if (details != null && !details.isBlank()) {
      section(blocks)
          .putObject("text")
          .put("type", "mrkdwn")
          .put("text", escaped(details, LONGEST_TEXT));
    }
    if (link != null) {
      section(blocks)
          .putObject("text")
          .put("type", "mrkdwn")
          .put(
              "text",
              "<" + link.replace("&", "&amp;") + "|" + escaped(linkText, LONGEST_FIELD) + ">");
    }
    return root;
  }

  private static ObjectNode section(ArrayNode blocks) {
    return blocks.addObject().put("type", "section");
  }

  private static String bold(String text) {
    return escaped(text.replaceAll("[*\\s]+", " ").strip(), LONGEST_FIELD);
  }

  private static String escaped(String text, int longest) {
    String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    String safe = cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    // Escapes make it longer, and Slack counts them.
    return safe.length() <= longest + 90
        ? safe
        : escaped(cut.substring(0, cut.length() / 2), longest);
  }
}
