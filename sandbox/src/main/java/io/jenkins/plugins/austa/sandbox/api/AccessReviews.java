package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.sandbox.fault.ApiFaults;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import java.util.List;

/**
 * Answers {@code SelfSubjectAccessReview}s and {@code SelfSubjectRulesReview}s: everything is
 * allowed that is not denied by a fault.
 */
final class AccessReviews {
  static final String GROUP = "authorization.k8s.io";

  private AccessReviews() {}

  static boolean isReview(ResourcePath path) {
    return path.group().equals(GROUP) && path.plural().equals("selfsubjectaccessreviews");
  }

  static boolean isRulesReview(ResourcePath path) {
    return path.group().equals(GROUP) && path.plural().equals("selfsubjectrulesreviews");
  }

  /** Rules cannot say what is denied: while anything is, they are as incomplete as a webhook's. */
  static ObjectNode rules(ObjectNode review, ApiFaults faults) {
    ObjectNode answered = review.deepCopy();
    ObjectNode status = answered.putObject("status").put("incomplete", !faults.deniesNothing());
    status.putArray("nonResourceRules");
    ArrayNode rules = status.putArray("resourceRules");
    if (faults.deniesNothing()) {
      ObjectNode all = rules.addObject();
      List.of("verbs", "apiGroups", "resources").forEach(each -> all.putArray(each).add("*"));
    }
    return answered;
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
