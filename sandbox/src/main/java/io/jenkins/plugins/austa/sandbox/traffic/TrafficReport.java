package io.jenkins.plugins.austa.sandbox.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of the traffic. A request has failed when its answer was not 2xx, broke off, or did not
 * come in time.
 *
 * @param sent requests sent
 * @param failed those of them that failed
 * @param answered those of them whose outcome is known
 * @param reasons why the first few failed
 * @param byColour answers by the colour that gave them; answers without one are not in here
 * @param seconds the same second by second, by the time the request was due
 * @param median latency half of the answers did not exceed, from when the request was due; at most
 *     1.6 % too long
 * @param p99 latency 99 of 100 answers did not exceed, likewise
 * @param slowest the longest latency
 * @param webSockets what came of the WebSockets
 */
public record TrafficReport(
    long sent,
    long failed,
    long answered,
    List<String> reasons,
    Map<String, Long> byColour,
    List<Second> seconds,
    Duration median,
    Duration p99,
    Duration slowest,
    WebSocketReport webSockets) {

  /**
   * One second of traffic.
   *
   * @param second since the start, from 0
   * @param sent requests due in it
   * @param failed those of them that failed
   * @param byColour answers by colour
   */
  public record Second(int second, long sent, long failed, Map<String, Long> byColour) {}
}
