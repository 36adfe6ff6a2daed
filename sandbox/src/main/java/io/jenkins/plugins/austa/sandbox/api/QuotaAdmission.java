package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps pods out that a namespace's quotas have no room for. */
final class QuotaAdmission {
  private final ObjectStore store;

  QuotaAdmission(ObjectStore store) {
    this.store = store;
  }

  /**
   * Looks at a pod that is about to be created, named already. Must be called under the store's
   * lock.
   *
   * @throws ApiException 403 that names the quota
   */
  void admit(ResourcePath path, ObjectNode object) {
    List<ObjectNode> quotas = store.list(Kinds.RESOURCE_QUOTAS.collection(path.namespace()));
    if (quotas.isEmpty()) {
      return;
    }
    Pod pod = model(object, Pod.class);
    List<Pod> others =
        store.list(Kinds.PODS.collection(path.namespace())).stream()
            .map(each -> model(each, Pod.class))
            .toList();
    for (ObjectNode each : quotas) {
      admit(path, pod, others, model(each, ResourceQuota.class));
    }
  }

  private static void admit(ResourcePath path, Pod pod, List<Pod> others, ResourceQuota quota) {
    Map<String, Quantity> hard = new TreeMap<>(quota.getSpec().getHard());
    hard.keySet().removeIf(resource -> !QuotaUsage.isMeasured(resource));
    String name = quota.getMetadata().getName();
    List<String> silent = new ArrayList<>();
    hard.keySet()
        .forEach(
            resource ->
                QuotaUsage.silent(pod, resource).stream()
                    .findFirst()
                    .ifPresent(container -> silent.add(resource + " for: " + container)));
    if (!silent.isEmpty()) {
      throw forbidden(
          path, pod, "failed quota: " + name + ": must specify " + String.join("; ", silent));
    }
    List<String> requested = new ArrayList<>();
    List<String> used = new ArrayList<>();
    List<String> limited = new ArrayList<>();
    hard.forEach(
        (resource, limit) -> {
          var now = QuotaUsage.of(others, resource);
          var more = QuotaUsage.of(pod, resource);
          if (now.add(more).compareTo(limit.getNumericalAmount()) > 0) {
            requested.add(resource + "=" + QuotaUsage.quantity(resource, more));
            used.add(resource + "=" + QuotaUsage.quantity(resource, now));
            limited.add(resource + "=" + limit);
          }
        });
    if (!requested.isEmpty()) {
      throw forbidden(
          path,
          pod,
          "exceeded quota: "
              + name
              + ", requested: "
              + String.join(",", requested)
              + ", used: "
              + String.join(",", used)
              + ", limited: "
              + String.join(",", limited));
    }
  }

  private static ApiException forbidden(ResourcePath path, Pod pod, String why) {
    return ApiException.forbidden(path.item(pod.getMetadata().getName()), why);
  }

  private static <T> T model(ObjectNode object, Class<T> type) {
    return Serialization.jsonMapper().convertValue(object, type);
  }
}
