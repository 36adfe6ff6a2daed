package io.jenkins.plugins.austa.sandbox.fault;

import java.time.Duration;

/**
 * What happens to an API request that a fault meets.
 *
 * @param kind which effect
 * @param status HTTP status, for {@link Kind#STATUS} only
 * @param latency delay before the request is looked at, zero for none
 */
public record ApiEffect(Kind kind, int status, Duration latency) {

  /** The effects there are. */
  public enum Kind {
    /** The request is carried out, late. */
    LATENCY,
    /** The request is answered with an error and not carried out. */
    STATUS,
    /** The connection is closed before the request is carried out. */
    DROP,
    /** The request is carried out, then the connection is closed without an answer. */
    DROP_ANSWER
  }

  public static ApiEffect latency(Duration latency) {
    return new ApiEffect(Kind.LATENCY, 0, latency);
  }

  /** Any status; 409 looks like a lost race, 5xx like a server in trouble. */
  public static ApiEffect status(int status) {
    return new ApiEffect(Kind.STATUS, status, Duration.ZERO);
  }

  public static ApiEffect drop() {
    return new ApiEffect(Kind.DROP, 0, Duration.ZERO);
  }

  public static ApiEffect dropAnswer() {
    return new ApiEffect(Kind.DROP_ANSWER, 0, Duration.ZERO);
  }
}
