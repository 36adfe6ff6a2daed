package io.jenkins.plugins.austa.engine.rollout;

import java.util.Map;

/** Labels of the objects that belong to a release as a whole and to no colour. */
public final class OwnLabels {
  /** Label whose value is the Helm release; each pod of a colour has it. */
  static final String INSTANCE = "app.kubernetes.io/instance";

  private OwnLabels() {}

  public static Map<String, String> of(RolloutTarget target) {
    return Map.of(
        "app.kubernetes.io/part-of", target.platform(),
        "app.kubernetes.io/managed-by", "austa",
        "austa.io/release", target.release());
  }
}
