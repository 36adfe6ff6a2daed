package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many replicas each ReplicaSet of a Deployment should have next. Never more than the wanted
 * number plus the surge in all; never fewer available than the wanted number less what may be
 * unavailable.
 */
final class RollingUpdate {
  private final int wanted;
  private final int surge;
  private final int unavailable;
  private final boolean recreate;

  private RollingUpdate(int wanted, int surge, int unavailable, boolean recreate) {
    this.wanted = wanted;
    this.surge = surge;
    this.unavailable = unavailable;
    this.recreate = recreate;
  }

  static RollingUpdate of(Deployment deployment) {
    int wanted = deployment.getSpec().getReplicas();
    DeploymentStrategy strategy = deployment.getSpec().getStrategy();
    RollingUpdateDeployment limits = strategy == null ? null : strategy.getRollingUpdate();
    int surge = count(limits == null ? null : limits.getMaxSurge(), wanted, true);
    int unavailable = count(limits == null ? null : limits.getMaxUnavailable(), wanted, false);
    boolean recreate = strategy != null && "Recreate".equals(strategy.getType());
    // Neither more nor fewer would never get anywhere; the API server avoids it likewise.
    return new RollingUpdate(
        wanted, surge, surge == 0 && unavailable == 0 ? 1 : unavailable, recreate);
  }

  /** How many of the wanted replicas may be missing. */
  int unavailable() {
    return unavailable;
  }

  /**
   * The next replica counts by name; sets that stay as they are have their present count.
   *
   * @param current the set of the present template
   * @param old the others, oldest first
   */
  Map<String, Integer> next(ReplicaSet current, List<ReplicaSet> old) {
    Map<String, Integer> plan = new LinkedHashMap<>();
    old.forEach(set -> plan.put(name(set), set.getSpec().getReplicas()));
    if (recreate) {
      plan.replaceAll((name, count) -> 0);
      boolean gone = old.stream().allMatch(set -> running(set) == 0);
      int now = current.getSpec().getReplicas();
      plan.put(name(current), gone ? wanted : now);
      return plan;
    }
    int others = plan.values().stream().mapToInt(Integer::intValue).sum();
    int present = current.getSpec().getReplicas();
    int room = Math.max(0, wanted + surge - others - present);
    plan.put(name(current), present >= wanted ? wanted : Math.min(wanted, present + room));
    shrink(plan, current, old);
    return plan;
  }

  private void shrink(Map<String, Integer> plan, ReplicaSet current, List<ReplicaSet> old) {
    int available = available(current) + old.stream().mapToInt(RollingUpdate::available).sum();
    int spare = Math.max(0, available - (wanted - unavailable));
    for (ReplicaSet set : old) {
      int count = set.getSpec().getReplicas();
      int broken = Math.max(0, count - available(set));
      int healthy = Math.min(spare, count - broken);
      plan.put(name(set), count - broken - healthy);
      spare -= healthy;
    }
  }

  private static int count(IntOrString limit, int wanted, boolean up) {
    if (limit != null && limit.getIntVal() != null) {
      return limit.getIntVal();
    }
    String text = limit == null ? "25%" : limit.getStrVal();
    double share = Double.parseDouble(text.replace("%", "")) / 100 * wanted;
    return (int) (up ? Math.ceil(share) : Math.floor(share));
  }

  private static String name(ReplicaSet set) {
    return set.getMetadata().getName();
  }

  private static int available(ReplicaSet set) {
    Integer count = set.getStatus() == null ? null : set.getStatus().getAvailableReplicas();
    return count == null ? 0 : Math.min(count, set.getSpec().getReplicas());
  }

  private static int running(ReplicaSet set) {
    Integer count = set.getStatus() == null ? null : set.getStatus().getReplicas();
    return count == null ? 0 : count;
  }
}
