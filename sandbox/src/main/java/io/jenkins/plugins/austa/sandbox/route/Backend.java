package io.jenkins.plugins.austa.sandbox.route;

import io.jenkins.plugins.austa.sandbox.node.PodAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The ready pods of one Service port, in turn. */
final class Backend {
  private final String name;
  private final List<PodAddress> pods;
  private final AtomicInteger turn = new AtomicInteger();

  Backend(String name, List<PodAddress> pods) {
    this.name = name;
    this.pods = List.copyOf(pods);
  }

  String name() {
    return name;
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
