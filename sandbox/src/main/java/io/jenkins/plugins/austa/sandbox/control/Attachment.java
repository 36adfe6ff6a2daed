package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import java.util.Set;

/**
 * Whether a route is attached to one of its parents.
 *
 * @param parent the parent, as the route refers to it
 * @param reason {@code Accepted}, or why not, in the words of the Gateway API
 * @param message the same for people
 * @param listeners names of the listeners it is attached to
 * @param hosts hosts it serves through them; an empty string stands for any
 */
public record Attachment(
    ParentReference parent,
    String reason,
    String message,
    Set<String> listeners,
    Set<String> hosts) {

  static final String ACCEPTED = "Accepted";

  static Attachment refused(ParentReference parent, String reason, String message) {
    return new Attachment(parent, reason, message, Set.of(), Set.of());
  }

  public boolean isAccepted() {
    return reason.equals(ACCEPTED);
  }
}
