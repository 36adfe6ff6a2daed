package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.sandbox.fault.ApiFaults;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;

/**
 * Answers {@code SelfSubjectAccessReview}s: everything is allowed that is not denied by a fault.
 */
final class AccessReviews {
  static final String GROUP = "authorization.k8s.io";

  private AccessReviews() {}

  static boolean isReview(ResourcePath path) {
    return path.group().equals(GROUP) && path.plural().equals("selfsubjectaccessreviews");
  }

  /** The review with its status filled in. */
  static ObjectNode answer(ObjectNode review, ApiFaults faults) {
    JsonNode asked = review.path("spec").path("resourceAttributes");
    String sub = asked.path("subresource").asText("");
    String resource = asked.path("resource").asText("");
    boolean allowed =
        faults.allows(
            new ApiMatch(
                asked.path("verb").asText(""),
                sub.isEmpty() ? resource : resource + "/" + sub,
                asked.path("namespace").asText(""),
                asked.path("name").asText("")));
    ObjectNode answered = review.deepCopy();
    ObjectNode status = answered.putObject("status").put("allowed", allowed);
    if (!allowed) {
      status.put("reason", "denied by the sandbox's fault in force");
    }
    return answered;
  }
}
