package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.TrafficSecond;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Traffic within a span of time, as the drawing needs it: slots of equal length, without gaps, few
 * enough to be drawn, rates a second.
 */
final class TrafficSeries {
  private static final int MOST_SLOTS = 240;

  /** One slot: rates a second by colour, and how many requests failed in it. */
  record Slot(double blue, double green, double other, int failed) {
    double answered() {
      return blue + green + other;
    }
  }

  private final int first;
  private final int seconds;
  private final List<Slot> slots = new ArrayList<>();

  TrafficSeries(TimeScale scale, List<TrafficSecond> traffic) {
    first = (int) (scale.from() / 1_000);
    int last = (int) ((scale.to() - 1) / 1_000);
    seconds = (last - first) / MOST_SLOTS + 1;
    int[][] sums = new int[(last - first) / seconds + 1][4];
    for (TrafficSecond second : traffic) {
      if (second.second() >= first && second.second() <= last) {
        add(sums[(second.second() - first) / seconds], second);
      }
    }
    for (int[] sum : sums) {
      double length = seconds;
      slots.add(new Slot(sum[0] / length, sum[1] / length, sum[2] / length, sum[3]));
    }
  }

  private static void add(int[] sum, TrafficSecond second) {
    sum[0] += second.blue();
    sum[1] += second.green();
    sum[2] += second.other();
    sum[3] += second.failed();
  }

  List<Slot> slots() {
    return slots;
  }

  /** When a slot begins, in milliseconds since the start of the run. */
  long startOf(int slot) {
    return (first + (long) slot * seconds) * 1_000;
  }

  /** The highest rate; at least 1, so that it can be divided by. */
  double peak() {
    return Math.max(1, slots.stream().mapToDouble(Slot::answered).max().orElse(1));
  }

  boolean has(ToDoubleFunction<Slot> colour) {
    return slots.stream().anyMatch(slot -> colour.applyAsDouble(slot) > 0);
  }

  /**
   * Where a colour's name is best written: the longest stretch in which it answers most requests,
   * as first slot and slot after the last; empty where it never does.
   */
  List<Integer> stretch(ToDoubleFunction<Slot> colour) {
    List<List<Integer>> stretches = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i <= slots.size(); i++) {
      boolean leads = i < slots.size() && leads(slots.get(i), colour);
      if (leads && begin < 0) {
        begin = i;
      } else if (!leads && begin >= 0) {
        stretches.add(List.of(begin, i));
        begin = -1;
      }
    }
    return stretches.stream()
        .max(Comparator.comparingInt(pair -> pair.get(1) - pair.get(0)))
        .orElse(List.of());
  }

  private static boolean leads(Slot slot, ToDoubleFunction<Slot> colour) {
    return colour.applyAsDouble(slot) > slot.answered() / 2;
  }
}
