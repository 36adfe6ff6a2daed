package io.jenkins.plugins.austa.sandbox.node;

import io.vertx.core.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a pod listens, and how many requests are on their way to it or being answered. A pod that
 * ends waits for them, so that a stall of this JVM is not mistaken for a request lost by a rollout.
 */
public final class PodAddress {
  private final SocketAddress socket;
  private final AtomicInteger underWay = new AtomicInteger();

  PodAddress(int port) {
    this.socket = SocketAddress.inetSocketAddress(port, "127.0.0.1");
  }

  public SocketAddress socket() {
    return socket;
  }

  /** A request is about to be sent here. */
  public void enter() {
    underWay.incrementAndGet();
  }

  /** A request that entered has been answered or has failed. */
  public void leave() {
    underWay.decrementAndGet();
  }

  boolean isUnused() {
    return underWay.get() == 0;
  }
}
