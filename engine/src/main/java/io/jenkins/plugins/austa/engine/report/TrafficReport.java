package io.jenkins.plugins.austa.engine.report;

import java.util.List;

/**
 * The traffic that went through the public entry while the run went on.
 *
 * @param sent number of requests
 * @param failed those that were answered with an error or not at all
 * @param seconds by second, ascending
 * @param reasons why requests failed, one line a kind
 */
public record TrafficReport(
    long sent, long failed, List<TrafficSecond> seconds, List<String> reasons) {

  public TrafficReport {
    seconds = Absent.orEmpty(seconds);
    reasons = Absent.orEmpty(reasons);
  }
}
