package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What speaks against moving traffic behind the Ingresses of a namespace. Calls block and throw
 * {@link io.jenkins.plugins.austa.engine.rollout.ClusterException}.
 */
final class IngressFindings {

  /** Put on an Ingress by whoever can live with requests that are lost at a switch. */
  static final String ACCEPTED = "austa.io/accept-lost-requests";

  private static final String CANARY = "nginx.ingress.kubernetes.io/canary";
  private static final String TO_SERVICES =
      "Set router: service and lead an Ingress of your own to the stable Services, or router: gateway;"
          + " or accept it by the annotation "
          + ACCEPTED
          + ": \"true\" on the Ingress.";
  private static final String TO_NODES =
      "Lead it to the Services by node ports, or set router: gateway; or accept it by the annotation "
          + ACCEPTED
          + ": \"true\" on the Ingress.";

  private final Ingresses ingresses;
  private final RolloutTarget target;

  IngressFindings(Ingresses ingresses, RolloutTarget target) {
    this.ingresses = ingresses;
    this.target = target;
  }

  /**
   * When the entry is an Ingress, which is pointed to other Services at a switch.
   *
   * @param entry null when there is none yet; then nobody can lose anything at the first switch
   */
  List<EntryFinding> ofEntry(Ingress entry) {
    List<EntryFinding> findings = new ArrayList<>();
    if (entry == null) {
      ingresses
          .defaultController()
          .map(one -> "The Ingress gets the default class, and " + one.onNewBackend() + ". ")
          .ifPresent(
              text ->
                  findings.add(
                      EntryFinding.warning(
                          text + "Rollouts after this one will be refused. " + TO_SERVICES)));
      return findings;
    }
    ingresses
        .controllerOf(entry)
        .ifPresent(one -> findings.add(loss(entry, one.onNewBackend(), TO_SERVICES)));
    if (isCanary(entry)) {
      findings.add(
          EntryFinding.refusal(
              name(entry) + " is marked as a canary, so it is no entry. Remove " + CANARY + "."));
    }
    besides(entry).forEach(findings::add);
    return findings;
  }

  /**
   * When Ingresses of other people lead to stable Services, which get other pods at a switch.
   *
   * @param services names of the stable Services
   */
  List<EntryFinding> ofThoseThatLeadTo(Set<String> services) {
    List<EntryFinding> findings = new ArrayList<>();
    for (Ingress ingress : ingresses.all()) {
      if (backends(ingress).anyMatch(services::contains)) {
        ingresses
            .controllerOf(ingress)
            .flatMap(one -> one.onNewEndpoints(ingress))
            .ifPresent(text -> findings.add(loss(ingress, text, TO_NODES)));
      }
    }
    return findings;
  }

  private static EntryFinding loss(Ingress ingress, String text, String advice) {
    boolean accepted = "true".equals(annotations(ingress).get(ACCEPTED));
    String what = name(ingress) + ": " + text + ".";
    return accepted
        ? EntryFinding.warning(what + " It is accepted by the annotation " + ACCEPTED + ".")
        : EntryFinding.refusal(what + " " + advice);
  }

  /** Other Ingresses that take some of the entry's requests. */
  private Stream<EntryFinding> besides(Ingress entry) {
    Set<String> own = routes(entry).collect(Collectors.toSet());
    return ingresses.all().stream()
        .filter(other -> !other.getMetadata().getName().equals(target.entryName()))
        .flatMap(other -> shared(own, other).stream());
  }

  private static Optional<EntryFinding> shared(Set<String> own, Ingress other) {
    List<String> shared = routes(other).filter(own::contains).sorted().toList();
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    String how = isCanary(other) ? " splits users of " : " is for ";
    return Optional.of(
        EntryFinding.refusal(
            name(other)
                + how
                + String.join(" and ", shared)
                + " as well, so nobody knows which revision answers there. Remove it, or give it"
                + " another host or path."));
  }

  /** Host and path of each route. */
  private static Stream<String> routes(Ingress ingress) {
    return rules(ingress)
        .filter(rule -> rule.getHttp() != null)
        .flatMap(
            rule ->
                rule.getHttp().getPaths().stream()
                    .map(HTTPIngressPath::getPath)
                    .map(path -> Objects.requireNonNullElse(rule.getHost(), "*") + path));
  }

  private static Stream<String> backends(Ingress ingress) {
    return rules(ingress)
        .filter(rule -> rule.getHttp() != null)
        .flatMap(rule -> rule.getHttp().getPaths().stream())
        .filter(path -> path.getBackend() != null && path.getBackend().getService() != null)
        .map(path -> path.getBackend().getService().getName());
  }

  private static Stream<IngressRule> rules(Ingress ingress) {
    return ingress.getSpec() == null ? Stream.empty() : ingress.getSpec().getRules().stream();
  }

  private static boolean isCanary(Ingress ingress) {
    return "true".equals(annotations(ingress).get(CANARY));
  }

  private static Map<String, String> annotations(Ingress ingress) {
    return Objects.requireNonNullElse(ingress.getMetadata().getAnnotations(), Map.of());
  }

  private static String name(Ingress ingress) {
    return "Ingress "
        + ingress.getMetadata().getNamespace()
        + "/"
        + ingress.getMetadata().getName();
  }
}
