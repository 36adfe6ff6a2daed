package io.jenkins.plugins.austa.engine.rollout.route;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Services of the colours, which an Ingress or HTTPRoute leads to. One whose selector was
 * edited sends users to other pods than the entry says, so that nobody knows which may be removed.
 */
final class ColourServices {

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final RouteNames names;

  ColourServices(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
    this.names = new RouteNames(target);
  }

  /** Refuses each Service that users are sent to and whose selector is not the chart's. */
  List<EntryFinding> findings(EntryState seen) {
    List<EntryFinding> findings = new ArrayList<>();
    for (RolloutService service : target.services()) {
      Colour colour = seen.carries().get(service.name());
      if (colour != null) {
        look(service, colour, findings);
      }
    }
    return findings;
  }

  private void look(RolloutService service, Colour colour, List<EntryFinding> findings) {
    String name = target.objectName(service, colour);
    Service found = get(name);
    if (found == null) {
      // No user is answered then; that is for the checks to say.
      return;
    }
    Map<String, String> wanted = names.selector(service, colour);
    Map<String, String> selector = found.getSpec().getSelector();
    if (!wanted.equals(selector)) {
      findings.add(
          EntryFinding.refusal(
              "Service "
                  + target.namespace()
                  + "/"
                  + name
                  + " carries users' traffic, but its selector was changed: it is "
                  + sorted(selector)
                  + " and not "
                  + sorted(wanted)
                  + ". Put it back, then run again."));
    }
  }

  private Service get(String name) {
    try {
      return client.services().inNamespace(target.namespace()).withName(name).get();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read Service " + target.namespace() + "/" + name, e);
    }
  }

  private static Map<String, String> sorted(Map<String, String> labels) {
    return labels == null ? Map.of() : new TreeMap<>(labels);
  }
}
