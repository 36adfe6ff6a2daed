package io.jenkins.plugins.austa.sandbox.api;

import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/** Where the API server's proxy subresources lead. */
public interface ProxyTargets {

  /** A ready pod behind a service's port, named or numbered; empty when there is none. */
  Optional<SocketAddress> service(String namespace, String name, String port);

  /** A running pod; empty when there is none. */
  Optional<SocketAddress> pod(String namespace, String name);
}
