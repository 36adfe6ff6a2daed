package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.api.Kinds;
import java.util.Map;

/**
 * A node and what fits on it.
 *
 * @param name its name
 * @param cpu a quantity, such as {@code 4} or {@code 500m}
 * @param memory a quantity, such as {@code 8Gi}
 * @param pods how many pods
 */
public record NodeSize(String name, String cpu, String memory, int pods) {

  /** A node on which everything fits that a test could want. */
  public static NodeSize large(String name) {
    return new NodeSize(name, "1000", "4Ti", 10_000);
  }

  /** Has a node of this size join the cluster. */
  public void join(ClusterClient client) {
    Node node = node();
    client.create(Kinds.NODES, node, Node.class);
    client.replaceStatus(Kinds.NODES, node);
  }

  private Node node() {
    Map<String, Quantity> room =
        Map.of(
            "cpu",
            new Quantity(cpu),
            "memory",
            new Quantity(memory),
            "pods",
            new Quantity(String.valueOf(pods)));
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("kubernetes.io/hostname", name)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .withCapacity(room)
        .withAllocatable(room)
        .addNewAddress("127.0.0.1", "InternalIP")
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .withReason("KubeletReady")
        .withMessage("kubelet is posting ready status")
        .endCondition()
        .endStatus()
        .build();
  }
}
