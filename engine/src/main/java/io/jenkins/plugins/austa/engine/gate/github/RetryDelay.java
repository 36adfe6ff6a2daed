package io.jenkins.plugins.austa.engine.gate.github;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether and when a request is worth another try. Pure. */
final class RetryDelay {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final int TOO_MANY = 429;
  private static final int FORBIDDEN = 403;
  private static final int SERVER = 500;

  private RetryDelay() {}

  /**
   * How long to wait, as GitHub asks or else twice as long each time; empty when another try would
   * end the same.
   *
   * @param attempt counts from 1
   */
  static Optional<Duration> after(HttpResponse<?> answer, int attempt, Instant now) {
    int status = answer.statusCode();
    Optional<Duration> asked = asked(answer, now);
    // A secondary rate limit is a 403 that says when to come back; any other 403 is final.
    if (status == FORBIDDEN) {
      return asked;
    }
    if (status == TOO_MANY || status >= SERVER) {
      return Optional.of(asked.orElse(FIRST.multipliedBy(1L << Math.min(attempt - 1, 10))));
    }
    return Optional.empty();
  }

  private static Optional<Duration> asked(HttpResponse<?> answer, Instant now) {
    Optional<Duration> retryAfter =
        number(answer, "Retry-After").map(seconds -> Duration.ofSeconds(Math.max(1, seconds)));
    if (retryAfter.isPresent()) {
      return retryAfter;
    }
    boolean exhausted =
        number(answer, "x-ratelimit-remaining").filter(left -> left == 0).isPresent();
    return exhausted
        ? number(answer, "x-ratelimit-reset")
            .map(second -> Duration.between(now, Instant.ofEpochSecond(second + 1)))
            .map(wait -> wait.compareTo(FIRST) < 0 ? FIRST : wait)
        : Optional.empty();
  }

  private static Optional<Long> number(HttpResponse<?> answer, String header) {
    return answer
        .headers()
        .firstValue(header)
        .filter(value -> value.matches("[0-9]{1,12}"))
        .map(Long::parseLong);
  }
}
