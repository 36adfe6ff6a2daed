package io.jenkins.plugins.austa.sandbox.node;

import java.time.Duration;

/** Waiting times that double from one failure to the next; in the sandbox's short time. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LAST = Duration.ofSeconds(2);

  private Duration next = FIRST;

  /** How long to wait now. */
  Duration take() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(LAST) > 0 ? LAST : doubled;
    return now;
  }
}
