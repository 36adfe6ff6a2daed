package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.health.QueryTemplate;
import java.time.Duration;

/**
 * Limits of a rollout.
 *
 * @param availableTimeout for the candidate's pods to become available and its health paths to
 *     answer
 * @param convergenceTimeout for the public route to be answered by the expected revision
 * @param convergenceRounds how many times in a row every service path has to be answered by it
 * @param verifyWindow how long the candidate is watched under traffic
 * @param verifyInterval between two looks in that window
 * @param pollInterval between two looks elsewhere
 * @param errorRateLimit highest acceptable fraction of failed requests; 0.01 is one percent
 * @param checks what is looked at beside
 * @param maxRestarts container restarts of one candidate Deployment that are accepted
 * @param drain how long the old colour keeps running after traffic has left it
 * @param leaseDuration after which a silent holder's rollout may be taken over; longer than the
 *     longest gap between two operations, which is an installation by Helm
 * @param keepPrevious how many earlier revisions stay installed, scaled to zero; at least 1,
 *     because it is the way back
 * @param historyLimit ended rollouts that are remembered
 * @param maxSurgeReplicas how many pods the candidate may need beside those of the active revision
 * @param requestTimeout for one HTTP request of a signal
 */
public record RolloutSettings(
    Duration availableTimeout,
    Duration convergenceTimeout,
    int convergenceRounds,
    Duration verifyWindow,
    Duration verifyInterval,
    Duration pollInterval,
    double errorRateLimit,
    QueryTemplate errorRateQuery,
    HealthChecks checks,
    int maxRestarts,
    OnInconclusive onInconclusive,
    Duration drain,
    Duration leaseDuration,
    int keepPrevious,
    int historyLimit,
    int maxSurgeReplicas,
    Duration requestTimeout) {

  public RolloutSettings {
    positive("availableTimeout", availableTimeout);
    positive("convergenceTimeout", convergenceTimeout);
    positive("verifyWindow", verifyWindow);
    positive("verifyInterval", verifyInterval);
    positive("pollInterval", pollInterval);
    positive("leaseDuration", leaseDuration);
    positive("requestTimeout", requestTimeout);
    require(!drain.isNegative(), "drain must not be negative");
    require(errorRateLimit >= 0 && errorRateLimit <= 1, "errorRateLimit is a fraction from 0 to 1");
    require(convergenceRounds > 0, "convergenceRounds must be at least 1");
    require(maxRestarts >= 0, "maxRestarts must not be negative");
    require(keepPrevious > 0, "keepPrevious must be at least 1: it is the way back");
    require(historyLimit > 0, "historyLimit must be at least 1");
    require(maxSurgeReplicas > 0, "maxSurgeReplicas must be at least 1");
  }

  /** Fit for production; see the values here. */
  public static RolloutSettings defaults() {
    return new Builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  private static void positive(String name, Duration value) {
    require(!value.isNegative() && !value.isZero(), name + " must be longer than nothing");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Starts from the defaults. */
  public static final class Builder {
    private Duration availableTimeout = Duration.ofMinutes(10);
    private Duration convergenceTimeout = Duration.ofMinutes(1);
    private int convergenceRounds = 5;
    private Duration verifyWindow = Duration.ofMinutes(5);
    private Duration verifyInterval = Duration.ofSeconds(10);
    private Duration pollInterval = Duration.ofSeconds(1);
    private double errorRateLimit = 0.01;
    private QueryTemplate errorRateQuery = QueryTemplate.DEFAULT_ERROR_RATE;
    private HealthChecks checks = HealthChecks.none();
    private int maxRestarts = 2;
    private OnInconclusive onInconclusive = OnInconclusive.REVERT;
    private Duration drain = Duration.ofSeconds(30);
    private Duration leaseDuration = Duration.ofMinutes(15);
    private int keepPrevious = 1;
    private int historyLimit = 10;
    private int maxSurgeReplicas = 100;
    private Duration requestTimeout = Duration.ofSeconds(5);

    private Builder() {}

    public Builder availableTimeout(Duration value) {
      availableTimeout = value;
      return this;
    }

    public Builder convergenceTimeout(Duration value) {
      convergenceTimeout = value;
      return this;
    }

    public Builder convergenceRounds(int value) {
      convergenceRounds = value;
      return this;
    }

    public Builder verifyWindow(Duration value) {
      verifyWindow = value;
      return this;
    }

    public Builder verifyInterval(Duration value) {
      verifyInterval = value;
      return this;
    }

    public Builder pollInterval(Duration value) {
      pollInterval = value;
      return this;
    }

    public Builder errorRateLimit(double value) {
      errorRateLimit = value;
      return this;
    }

    public Builder errorRateQuery(String value) {
      errorRateQuery = new QueryTemplate(value);
      return this;
    }

    public Builder checks(HealthChecks value) {
      checks = value;
      return this;
    }

    public Builder maxRestarts(int value) {
      maxRestarts = value;
      return this;
    }

    public Builder onInconclusive(OnInconclusive value) {
      onInconclusive = value;
      return this;
    }

    public Builder drain(Duration value) {
      drain = value;
      return this;
    }

    public Builder leaseDuration(Duration value) {
      leaseDuration = value;
      return this;
    }

    public Builder keepPrevious(int value) {
      keepPrevious = value;
      return this;
    }

    public Builder historyLimit(int value) {
      historyLimit = value;
      return this;
    }

    public Builder maxSurgeReplicas(int value) {
      maxSurgeReplicas = value;
      return this;
    }

    public Builder requestTimeout(Duration value) {
      requestTimeout = value;
      return this;
    }

    public RolloutSettings build() {
      return new RolloutSettings(
          availableTimeout,
          convergenceTimeout,
          convergenceRounds,
          verifyWindow,
          verifyInterval,
          pollInterval,
          errorRateLimit,
          errorRateQuery,
          checks,
          maxRestarts,
          onInconclusive,
          drain,
          leaseDuration,
          keepPrevious,
          historyLimit,
          maxSurgeReplicas,
          requestTimeout);
    }
  }
}
