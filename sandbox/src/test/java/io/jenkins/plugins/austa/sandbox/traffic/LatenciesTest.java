package io.jenkins.plugins.austa.sandbox.traffic;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  public void nothingIsZero() {
    assertEquals(Duration.ZERO, latencies.percentile(0.5));
    assertEquals(0, latencies.count());
  }

  @Test
  public void percentilesAreNeverTooShortAndAtMostASixtyFourthTooLong() {
    Random random = new Random(4);
    long[] all = new long[50_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = Math.round(Math.exp(random.nextDouble() * 25));
      latencies.add(all[i]);
    }
    Arrays.sort(all);
    for (double share : new double[] {0.001, 0.1, 0.5, 0.9, 0.99, 0.9999, 1}) {
      long exact = all[(int) Math.ceil(share * all.length) - 1];
      long told = latencies.percentile(share).toNanos();
      assertTrue(share + ": " + told + " for " + exact, told >= exact);
      assertTrue(share + ": " + told + " for " + exact, told <= exact + exact / 64 + 1);
    }
    assertEquals(all[all.length - 1], latencies.percentile(1).toNanos());
  }

  @Test
  public void theLongestThereCanBeIsCounted() {
    latencies.add(Long.MAX_VALUE);
    latencies.add(-1);
    assertEquals(Long.MAX_VALUE, latencies.percentile(1).toNanos());
    assertEquals(0, latencies.percentile(0.5).toNanos());
  }
}
