package io.jenkins.plugins.austa.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the kills. Safe for use by several threads. */
final class CrashReport {
  private final List<Double> resumes = new ArrayList<>();
  private final List<Double> takeovers = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Integer> ends = new TreeMap<>();
  private int kills;
  private int brokenRollouts;
  private long requests;
  private long failed;

  synchronized int kills() {
    return kills;
  }

  synchronized void killed() {
    kills++;
  }

  /**
   * @param byAnother whether another build took the rollout over
   */
  synchronized void resumed(boolean byAnother, double millis) {
    (byAnother ? takeovers : resumes).add(millis);
  }

  /** A rollout is over. */
  synchronized void ended(String phase, List<String> violations) {
    ends.merge(phase, 1, Integer::sum);
    brokenRollouts += violations.isEmpty() ? 0 : 1;
    broken.addAll(violations);
  }

  synchronized void traffic(long sent, long lost) {
    requests += sent;
    failed += lost;
  }

  /** Rollouts in which something was broken, and requests that were lost. */
  synchronized long broken() {
    return brokenRollouts + failed;
  }

  synchronized List<String> violations() {
    return List.copyOf(broken);
  }

  synchronized Map<String, Integer> ends() {
    return Map.copyOf(ends);
  }

  synchronized long requests() {
    return requests;
  }

  synchronized long failed() {
    return failed;
  }

  synchronized List<Double> resumes() {
    return resumes.stream().sorted().toList();
  }

  synchronized List<Double> takeovers() {
    return takeovers.stream().sorted().toList();
  }
}
