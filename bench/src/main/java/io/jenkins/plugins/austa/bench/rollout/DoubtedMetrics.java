package io.jenkins.plugins.austa.bench.rollout;

import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.health.MetricsSource;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Metrics as they are until told otherwise; then the error rate is one half, so that a revision is
 * taken back although no request has failed.
 */
public final class DoubtedMetrics implements MetricsSource {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final double HALF = 0.5;

  private final MetricsSource metrics;
  private final AtomicInteger looksLeft = new AtomicInteger(NEVER);

  public DoubtedMetrics(MetricsSource metrics) {
    this.metrics = metrics;
  }

  /**
   * @param looks how many more answers are as they are
   */
  public void failAfter(int looks) {
    looksLeft.set(looks);
  }

  public void trust() {
    looksLeft.set(NEVER);
  }

  @Override
  public CompletableFuture<MetricValue> query(String promQl) {
    CompletableFuture<MetricValue> answer = metrics.query(promQl);
    boolean fails =
        looksLeft.getAndUpdate(left -> left == NEVER ? NEVER : Math.max(0, left - 1)) == 0;
    // Asked all the same: a bad answer takes no less time than a good one.
    return fails ? answer.thenApply(value -> MetricValue.value(HALF)) : answer;
  }

  @Override
  public CompletableFuture<MetricValue> queryAt(String promQl, Instant moment) {
    return metrics.queryAt(promQl, moment);
  }
}
