package io.jenkins.plugins.austa.engine.rollout.route;

import java.util.Objects;

/**
 * The Gateway that an HTTPRoute is attached to.
 *
 * @param name its name
 * @param namespace where it is, which may be elsewhere than the route
 * @param listener name of the one listener to attach to, null for all that let the route in
 */
public record GatewayParent(String name, String namespace, String listener) {

  public GatewayParent {
    Objects.requireNonNull(name, "a Gateway has a name");
    Objects.requireNonNull(namespace, "a Gateway has a namespace");
  }

  /** For messages. */
  @Override
  public String toString() {
    return namespace + "/" + name + (listener == null ? "" : ", listener " + listener);
  }
}
