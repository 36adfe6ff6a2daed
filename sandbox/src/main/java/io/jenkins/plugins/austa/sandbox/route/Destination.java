package io.jenkins.plugins.austa.sandbox.route;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Where a route leads: one backend, or several that share the requests by weight. */
final class Destination {
  private static final double GOLDEN = 0.618;

  private final List<Share> shares;
  private final long sum;
  private final long stride;
  private final AtomicLong turn = new AtomicLong();

  /**
   * A backend's part of the requests.
   *
   * @param weight its part, in relation to the sum of all; 0 for none
   */
  record Share(Backend backend, int weight) {}

  private Destination(List<Share> shares) {
    this.shares = shares.stream().filter(share -> share.weight() > 0).toList();
    this.sum = this.shares.stream().mapToLong(Share::weight).sum();
    this.stride = stride(sum);
  }

  static Destination of(Backend backend) {
    return new Destination(List.of(new Share(backend, 1)));
  }

  /** Shares by weight; without any weight requests are refused as an invalid backend's are. */
  static Destination of(List<Share> shares) {
    Destination destination = new Destination(shares);
    return destination.sum > 0 ? destination : of(Backend.invalid("none with a weight"));
  }

  /** The backend of the next request. As many requests as the weights' sum keep them exactly. */
  Backend next() {
    if (shares.size() == 1) {
      return shares.get(0).backend();
    }
    long at = Math.floorMod(turn.getAndIncrement() * stride, sum);
    for (Share share : shares) {
      at -= share.weight();
      if (at < 0) {
        return share.backend();
      }
    }
    throw new IllegalStateException("The weights do not add up to their sum " + sum);
  }

  /** Mixes the backends instead of serving one after the other, and leaves no place out. */
  private static long stride(long sum) {
    long stride = Math.max(1, Math.round(sum * GOLDEN));
    while (greatestCommonDivisor(stride, sum) > 1) {
      stride++;
    }
    return stride;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
