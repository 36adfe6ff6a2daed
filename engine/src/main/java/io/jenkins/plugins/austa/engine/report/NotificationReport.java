package io.jenkins.plugins.austa.engine.report;

/**
 * One message to people.
 *
 * @param channel where it went, such as {@code slack #deploys}
 * @param text as sent
 * @param delivered whether the receiver took it
 * @param reason why it was not delivered; null when it was
 */
public record NotificationReport(String channel, String text, boolean delivered, String reason) {}
