package io.jenkins.plugins.austa.sandbox.node;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the pods really listen. All have the address 127.0.0.1 and a port of their own, whatever
 * ports their containers declare.
 */
public final class PodNetwork {
  private final Map<String, PodServer> servers = new ConcurrentHashMap<>();

  /** The address of a pod; empty while it does not listen. */
  public Optional<PodAddress> address(String namespace, String pod) {
    return Optional.ofNullable(servers.get(namespace + "/" + pod)).map(PodServer::address);
  }

  /** The servers there are now. */
  public Iterable<PodServer> servers() {
    return servers.values();
  }

  void join(String namespace, String pod, PodServer server) {
    servers.put(namespace + "/" + pod, server);
  }

  void leave(String namespace, String pod) {
    servers.remove(namespace + "/" + pod);
  }
}
