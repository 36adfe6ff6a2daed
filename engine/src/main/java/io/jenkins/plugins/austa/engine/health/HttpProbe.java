package io.jenkins.plugins.austa.engine.health;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Sends one GET as a user would. */
@FunctionalInterface
public interface HttpProbe {

  /**
   * @return a future that completes normally; what prevented an answer is in {@link
   *     ProbeAnswer#trouble()}
   */
  CompletableFuture<ProbeAnswer> get(URI address);
}
