package io.jenkins.plugins.austa.engine.rollout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is changed about a Deployment, as a JSON merge patch. */
final class WorkloadChange {

  /** Names who last took the Deployment for carrying traffic, and when. */
  private static final String CLAIM = "austa.io/claimed";

  private final ObjectNode patch = JsonNodeFactory.instance.objectNode();

  private WorkloadChange(int replicas) {
    patch.putObject("spec").put("replicas", replicas);
  }

  /** Only {@link ColourWorkloads#retire} may ask for this. */
  static WorkloadChange toZero() {
    return new WorkloadChange(0);
  }

  static WorkloadChange claimed(int replicas, String mark) {
    WorkloadChange change = new WorkloadChange(replicas);
    change.patch.withObject("/metadata/annotations").put(CLAIM, mark);
    return change;
  }

  /**
   * @param version resourceVersion that the Deployment must still have
   */
  String patch(String version) {
    ObjectNode conditional = patch.deepCopy();
    conditional.withObject("/metadata").put("resourceVersion", version);
    return conditional.toString();
  }
}
