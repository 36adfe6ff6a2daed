package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.Serializable;
import java.util.List;

/**
 * The pod that a part of the pipeline would have in a cluster. Nothing of it is started; it is
 * there so that what asks for a container it does not have fails here too.
 *
 * @param name what the pipeline calls it
 * @param containers the names of its containers; empty when they are not known
 */
record PodStandIn(String name, List<String> containers) implements Serializable {

  static PodStandIn of(String name, String yaml) {
    String called = name == null ? "unnamed" : name;
    if (yaml == null) {
      return new PodStandIn(called, List.of());
    }
    // What the YAML leaves out may be said by other arguments, which mean nothing here.
    PodSpec spec = Serialization.unmarshal(yaml, Pod.class).getSpec();
    return spec == null
        ? new PodStandIn(called, List.of())
        : new PodStandIn(called, spec.getContainers().stream().map(Container::getName).toList());
  }

  void require(String container) throws AbortException {
    if (!containers.isEmpty() && !containers.contains(container)) {
      throw new AbortException(
          "container " + container + " was not found in pod " + name + ", which has " + containers);
    }
  }
}
