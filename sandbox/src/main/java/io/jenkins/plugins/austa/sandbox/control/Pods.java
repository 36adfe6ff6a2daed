package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;

/** Questions about a pod that several controllers ask. */
public final class Pods {
  private Pods() {}

  /** Whether the pod has been asked to end. */
  public static boolean isTerminating(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() != null;
  }

  /** Whether the pod says it is ready, ending or not. */
  public static boolean isReady(Pod pod) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Ready") && c.getStatus().equals("True"));
  }

  /** Whether the pod has all labels of a selector; an empty selector selects nothing. */
  public static boolean isSelected(Pod pod, Map<String, String> selector) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return selector != null
        && !selector.isEmpty()
        && labels != null
        && labels.entrySet().containsAll(selector.entrySet());
  }
}
