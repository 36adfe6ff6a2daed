package io.jenkins.plugins.austa.sandbox.control;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** How busy the pods behind each autoscaler are, as a metrics server would have measured it. */
final class Loads {
  private final Map<String, Integer> percent = new ConcurrentHashMap<>();

  /**
   * @param percentOfOnePod of what one pod requests; the pods share it evenly
   */
  void set(String namespace, String autoscaler, int percentOfOnePod) {
    percent.put(namespace + "/" + autoscaler, percentOfOnePod);
  }

  /** The average of so many pods; empty when nothing was measured. */
  OptionalInt average(String namespace, String autoscaler, int pods) {
    Integer load = percent.get(namespace + "/" + autoscaler);
    return load == null ? OptionalInt.empty() : OptionalInt.of(load / Math.max(1, pods));
  }
}
