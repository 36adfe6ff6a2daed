package io.jenkins.plugins.austa.sandbox.route;

import io.jenkins.plugins.austa.sandbox.node.PodAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The ready pods of one Service port, in turn. */
final class Backend {
  private final String name;
  private final int statusWithoutPods;
  private final List<PodAddress> pods;
  private final AtomicInteger turn = new AtomicInteger();

  Backend(String name, List<PodAddress> pods) {
    this(name, 503, pods);
  }

  private Backend(String name, int statusWithoutPods, List<PodAddress> pods) {
    this.name = name;
    this.statusWithoutPods = statusWithoutPods;
    this.pods = List.copyOf(pods);
  }

  /** What a Gateway API route leads to when it leads nowhere: requests are answered 500. */
  static Backend invalid(String why) {
    return new Backend(why, 500, List.of());
  }

  String name() {
    return name;
  }

  /** What requests are answered while no pod is ready. */
  int statusWithoutPods() {
    return statusWithoutPods;
  }

  /** All pods, beginning with the one whose turn it is; empty when none is ready. */
  List<PodAddress> inTurn() {
    if (pods.isEmpty()) {
      return pods;
    }
    int first = Math.floorMod(turn.getAndIncrement(), pods.size());
    List<PodAddress> order = new ArrayList<>(pods.subList(first, pods.size()));
    order.addAll(pods.subList(0, first));
    return order;
  }
}
