package io.jenkins.plugins.austa.bench.gate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs in a JVM of its own, so that it has just the heap it is given: takes contestants in turn and
 * prints each one's median time in nanoseconds, then what was counted, then the most heap that was
 * ever in use, with what was garbage already.
 */
public final class GateRounds {
  private GateRounds() {}

  /**
   * Measures.
   *
   * @param words the report, a small report to warm up with, how often to do that, how many rounds
   *     to measure, and the contestants
   */
  public static void main(String[] words) throws IOException {
    Path report = Path.of(words[0]);
    Path small = Path.of(words[1]);
    List<Contestant> contestants = Arrays.stream(words).skip(4).map(Contestant::valueOf).toList();
    for (int i = 0; i < Integer.parseInt(words[2]); i++) {
      for (Contestant contestant : contestants) {
        contestant.read(small);
      }
    }
    List<long[]> rounds = new ArrayList<>();
    int[] counted = new int[contestants.size()];
    for (int i = 0; i < Integer.parseInt(words[3]); i++) {
      long[] times = new long[contestants.size()];
      for (int c = 0; c < times.length; c++) {
        long begin = System.nanoTime();
        counted[c] = contestants.get(c).read(report);
        times[c] = System.nanoTime() - begin;
      }
      rounds.add(times);
    }
    for (int c = 0; c < counted.length; c++) {
      System.out.println(median(rounds, c));
    }
    System.out.println(counted[counted.length - 1]);
    System.out.println(peakHeap());
  }

  private static long median(List<long[]> rounds, int contestant) {
    long[] times = rounds.stream().mapToLong(round -> round[contestant]).sorted().toArray();
    return times[times.length / 2];
  }

  /** The sum of every pool's peak: never less than the heap's, which these do not reach at once. */
  private static long peakHeap() {
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed();
      }
    }
    return peak;
  }
}
