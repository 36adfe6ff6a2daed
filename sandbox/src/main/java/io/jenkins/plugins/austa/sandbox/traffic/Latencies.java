package io.jenkins.plugins.austa.sandbox.traffic;

import java.time.Duration;

/**
 * Latencies, counted in classes of 1/64 of their size: a percentile is at most 1.6 % too long,
 * never too short, however many there are. The longest is exact.
 */
final class Latencies {
  private static final int PARTS = 64;
  private static final int BITS = 6;

  private final long[] classes = new long[(Long.SIZE - BITS) * PARTS];
  private long count;
  private long longest;

  void add(long nanos) {
    long value = Math.max(0, nanos);
    classes[index(value)]++;
    longest = Math.max(longest, value);
    count++;
  }

  long count() {
    return count;
  }

  /** What a share of all, of 0 to 1, did not exceed; zero when there are none. */
  Duration percentile(double share) {
    long rank = (long) Math.ceil(share * count);
    long seen = 0;
    for (int i = 0; i < classes.length && count > 0; i++) {
      seen += classes[i];
      if (seen >= rank && seen > 0) {
        return Duration.ofNanos(Math.min(longest, last(i)));
      }
    }
    return Duration.ZERO;
  }

  private static int index(long value) {
    int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value));
    // Below 128 each latency is a class; above, each doubling has 64 of them.
    return (int) (shift * PARTS + (value >>> shift));
  }

  /** The longest latency that is counted in a class. */
  private static long last(int index) {
    int shift = Math.max(0, index / PARTS - 1);
    return ((index - (long) shift * PARTS + 1) << shift) - 1;
  }
}
