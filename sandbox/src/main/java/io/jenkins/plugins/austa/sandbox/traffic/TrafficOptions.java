package io.jenkins.plugins.austa.sandbox.traffic;

import java.time.Duration;
import java.util.List;

/**
 * What users do.
 *
 * @param paths paths to ask for, in turn
 * @param perSecond requests a second, at least 1
 * @param host the {@code Host} they name, empty for the entry's own
 * @param webSockets how many WebSockets they hold open, 0 for none
 * @param webSocketPath path they open them at
 * @param messagePeriod between two messages on a WebSocket
 * @param echoDeadline how long they wait for the echo of a message, and for a handshake
 * @param listener hears of each answer to a request
 */
public record TrafficOptions(
    List<String> paths,
    int perSecond,
    String host,
    int webSockets,
    String webSocketPath,
    Duration messagePeriod,
    Duration echoDeadline,
    AnswerListener listener) {

  public TrafficOptions {
    if (paths.isEmpty() || perSecond < 1) {
      throw new IllegalArgumentException(
          "Traffic needs at least one path and one request a second");
    }
    paths = List.copyOf(paths);
  }

  /** Requests only. */
  public static TrafficOptions of(List<String> paths, int perSecond) {
    return new TrafficOptions(
        paths,
        perSecond,
        "",
        0,
        "/",
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        (colour, nanos) -> {});
  }

  public TrafficOptions withHost(String name) {
    return new TrafficOptions(
        paths, perSecond, name, webSockets, webSocketPath, messagePeriod, echoDeadline, listener);
  }

  /** So many open WebSockets beside the requests; one that breaks is opened again. */
  public TrafficOptions withWebSockets(int count, String path) {
    return new TrafficOptions(
        paths, perSecond, host, count, path, messagePeriod, echoDeadline, listener);
  }

  public TrafficOptions withMessages(Duration period, Duration deadline) {
    return new TrafficOptions(
        paths, perSecond, host, webSockets, webSocketPath, period, deadline, listener);
  }

  public TrafficOptions withListener(AnswerListener answers) {
    return new TrafficOptions(
        paths, perSecond, host, webSockets, webSocketPath, messagePeriod, echoDeadline, answers);
  }
}
