package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.List;

/** Routes by one Ingress named after the release; all services move in one write. */
public final class IngressRouter extends OneObjectRouter<Ingress> {

  private final IngressFindings findings;

  public IngressRouter(KubernetesClient client, RolloutTarget target) {
    super(
        client,
        target,
        new IngressEntry(target),
        "Ingress",
        client.network().v1().ingresses().inNamespace(target.namespace()));
    this.findings = new IngressFindings(new Ingresses(client, target.namespace()), target);
  }

  @Override
  List<EntryFinding> objectFindings(Ingress ingress) {
    return findings.ofEntry(ingress);
  }
}
