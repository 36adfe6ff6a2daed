package io.jenkins.plugins.austa.engine.access;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.access.AccessFinding.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out whether a deployment would be allowed: the cluster answers, the namespace is there, and
 * the account has every right the product needs. Asks only; changes nothing.
 */
public final class ClusterAccess {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final KubernetesClient client;
  private final String server;

  /**
   * @param client a client that does not repeat failed requests, so that the answer comes soon
   * @param server the address, for messages
   */
  public ClusterAccess(KubernetesClient client, String server) {
    this.client = client;
    this.server = server;
  }

  /**
   * Tests an account; each finding that is missing would make a deployment fail.
   *
   * @param namespace where is deployed; null when it is not known, then rights are not tested
   */
  public List<AccessFinding> test(String namespace) {
    List<AccessFinding> findings = new ArrayList<>();
    try {
      String version = client.getKubernetesVersion().getGitVersion();
      findings.add(AccessFinding.fine(server + " answers (Kubernetes " + version + ")."));
      if (namespace == null) {
        signIn();
        findings.add(
            AccessFinding.warning(
                "The rights were not tested: name the namespace that is deployed to."));
        return findings;
      }
      namespace(namespace, findings);
      rights(namespace, AccessNeeds.usual(), findings);
    } catch (KubernetesClientException e) {
      findings.add(AccessFinding.missing(unanswered(e)));
    }
    return findings;
  }

  /**
   * Says what would keep a deployment from being done, or makes it worse.
   *
   * @param needs what it is going to do
   * @return nothing that is fine; empty when all is
   */
  public List<AccessFinding> obstacles(String namespace, List<AccessNeed> needs) {
    List<AccessFinding> findings = new ArrayList<>();
    try {
      namespace(namespace, findings);
    } catch (KubernetesClientException e) {
      findings.add(AccessFinding.missing(unanswered(e)));
      return findings;
    }
    try {
      rights(namespace, needs, findings);
    } catch (KubernetesClientException e) {
      // It answered before; that it does not tell about rights does not mean that there are none.
      findings.add(AccessFinding.warning("The rights are not known: " + unanswered(e)));
      look(namespace, findings);
    }
    findings.removeIf(finding -> finding.level() == Level.FINE);
    return findings;
  }

  /** Whoever may not even look may do nothing else. */
  private void look(String namespace, List<AccessFinding> findings) {
    try {
      client
          .apps()
          .deployments()
          .inNamespace(namespace)
          .list(new ListOptionsBuilder().withLimit(1L).build());
    } catch (KubernetesClientException e) {
      findings.add(
          AccessFinding.missing(
              e.getCode() == FORBIDDEN
                  ? "The account may not list deployments.apps in "
                      + namespace
                      + ". Grant it by a Role."
                  : unanswered(e)));
    }
  }

  private void namespace(String namespace, List<AccessFinding> findings) {
    try {
      if (client.namespaces().withName(namespace).get() == null) {
        findings.add(
            AccessFinding.missing(
                "There is no namespace " + namespace + ". Create it, or name another one."));
      }
    } catch (KubernetesClientException e) {
      // Rights within one namespace do not include looking at namespaces, and need not.
      if (e.getCode() != FORBIDDEN) {
        throw e;
      }
    }
  }

  private void rights(String namespace, List<AccessNeed> needs, List<AccessFinding> findings) {
    int granted = 0;
    GrantedRules rules = GrantedRules.ask(client, namespace);
    for (AccessNeed need : needs) {
      List<String> denied =
          need.verbs().stream()
              .filter(verb -> !rules.cover(need, verb) && !allowed(namespace, need, verb))
              .toList();
      granted += need.verbs().size() - denied.size();
      if (!denied.isEmpty()) {
        String text = denied(namespace, need, denied);
        findings.add(
            need.wished()
                ? AccessFinding.fine(text + " It works without.")
                : AccessFinding.missing(text));
      }
    }
    if (findings.stream().noneMatch(finding -> finding.level() == Level.MISSING)) {
      findings.add(
          AccessFinding.fine("All " + granted + " rights in " + namespace + " are granted."));
    }
  }

  private static String denied(String namespace, AccessNeed need, List<String> verbs) {
    return "The account may not "
        + String.join(", ", verbs)
        + " "
        + need.type()
        + (need.clusterWide() ? "" : " in " + namespace)
        + " ("
        + need.reason()
        + "). Grant it by a "
        + (need.clusterWide() ? "ClusterRole." : "Role.");
  }

  /** Asks for any right at all: an account that is not known is answered 401. */
  private void signIn() {
    allowed("default", AccessNeeds.usual().get(0), "get");
  }

  private boolean allowed(String namespace, AccessNeed need, String verb) {
    SelfSubjectAccessReview review =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withGroup(need.group())
            .withResource(need.resource())
            .withSubresource(need.subresource())
            .withVerb(verb)
            .withNamespace(need.clusterWide() ? null : namespace)
            .endResourceAttributes()
            .endSpec()
            .build();
    SelfSubjectAccessReview answer =
        client.authorization().v1().selfSubjectAccessReview().create(review);
    return answer.getStatus() != null && Boolean.TRUE.equals(answer.getStatus().getAllowed());
  }

  private String unanswered(KubernetesClientException e) {
    if (e.getCode() == UNAUTHORIZED) {
      return server + " does not accept the account (HTTP 401). Renew its token or certificate.";
    }
    if (e.getCode() == FORBIDDEN) {
      return server
          + " lets the account ask nothing, not even what it may (HTTP 403). Bind it to the role"
          + " system:basic-user.";
    }
    if (e.getCode() > 0) {
      return server
          + " answered HTTP "
          + e.getCode()
          + ". Check that it is a Kubernetes API server.";
    }
    return ConnectionFailure.of(e, server);
  }
}
