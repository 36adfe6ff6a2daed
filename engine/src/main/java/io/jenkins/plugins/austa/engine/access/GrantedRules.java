package io.jenkins.plugins.austa.engine.access;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an account may do in a namespace, by one {@code SelfSubjectRulesReview}. It spares the API
 * server a review for every right. What it covers is granted; of what it does not cover nothing is
 * known, since authorizers other than RBAC need not list their rules.
 */
final class GrantedRules {
  private static final Logger LOGGER = LoggerFactory.getLogger(GrantedRules.class);
  private static final String ALL = "*";

  private final List<ResourceRule> rules;

  GrantedRules(List<ResourceRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Asks for them; covers nothing when the API server does not tell. */
  static GrantedRules ask(KubernetesClient client, String namespace) {
    SelfSubjectRulesReview review =
        new SelfSubjectRulesReviewBuilder()
            .withNewSpec()
            .withNamespace(namespace)
            .endSpec()
            .build();
    try {
      SelfSubjectRulesReview answer =
          client.authorization().v1().selfSubjectRulesReview().create(review);
      return new GrantedRules(
          answer.getStatus() == null ? List.of() : answer.getStatus().getResourceRules());
    } catch (KubernetesClientException e) {
      LOGGER.debug("no rules review, each right is asked for", e);
      return new GrantedRules(List.of());
    }
  }

  /**
   * Whether a verb is granted for all objects of its type in the namespace. A right for the whole
   * cluster is never covered: the rules do not say whether they hold elsewhere.
   */
  boolean cover(AccessNeed need, String verb) {
    return !need.clusterWide() && rules.stream().anyMatch(rule -> covers(rule, need, verb));
  }

  private static boolean covers(ResourceRule rule, AccessNeed need, String verb) {
    boolean sub = need.subresource() != null && !need.subresource().isEmpty();
    String type = sub ? need.resource() + "/" + need.subresource() : need.resource();
    String anyOfSub = sub ? ALL + "/" + need.subresource() : ALL;
    return rule.getResourceNames().isEmpty()
        && has(rule.getVerbs(), verb, ALL)
        && has(rule.getApiGroups(), need.group() == null ? "" : need.group(), ALL)
        && (has(rule.getResources(), type, anyOfSub) || rule.getResources().contains(ALL));
  }

  private static boolean has(List<String> values, String one, String all) {
    return values.contains(one) || values.contains(all);
  }
}
