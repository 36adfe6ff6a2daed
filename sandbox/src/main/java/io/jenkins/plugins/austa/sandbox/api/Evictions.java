package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Deletes pods as far as their PodDisruptionBudget allows it: {@code pods/eviction}. */
final class Evictions {
  private final ResourceApi api;

  Evictions(ResourceApi api) {
    this.api = api;
  }

  /**
   * Evicts a pod.
   *
   * @return the document that says it is done
   * @throws ApiException 429 when the budget is used up, 404 when the pod is not there
   */
  ObjectNode evict(ResourcePath path, ObjectNode eviction, boolean dryRun) {
    ResourcePath item = path.object();
    return api.store()
        .locked(
            () -> {
              ObjectNode pod = api.get(item);
              if (isBudgeted(pod)) {
                budgetOf(path, pod).ifPresent(budget -> spend(item, pod, budget, dryRun));
              }
              JsonNode options = eviction.path("deleteOptions");
              api.delete(item, DeleteOptions.read(options, dryRun));
              return ApiException.success(201);
            });
  }

  /** Pods that do not serve yet, or no longer, disturb nobody by going. */
  private static boolean isBudgeted(ObjectNode pod) {
    boolean running = pod.path("status").path("phase").asText().equals("Running");
    return running && !pod.path("metadata").has("deletionTimestamp");
  }

  private Optional<ObjectNode> budgetOf(ResourcePath path, ObjectNode object) {
    Pod pod = Serialization.jsonMapper().convertValue(object, Pod.class);
    List<ObjectNode> budgets =
        api.store().list(Kinds.DISRUPTION_BUDGETS.collection(path.namespace())).stream()
            .filter(budget -> LabelSelectors.selects(selector(budget), pod))
            .toList();
    if (budgets.size() > 1) {
      throw new ApiException(
          500,
          "InternalError",
          "This pod has more than one PodDisruptionBudget, which the eviction subresource does not"
              + " support.");
    }
    return budgets.stream().findFirst();
  }

  private static LabelSelector selector(ObjectNode budget) {
    JsonNode selector = budget.path("spec").path("selector");
    return selector.isMissingNode()
        ? null
        : Serialization.jsonMapper().convertValue(selector, LabelSelector.class);
  }

  private void spend(ResourcePath item, ObjectNode pod, ObjectNode budget, boolean dryRun) {
    JsonNode status = budget.path("status");
    String name = budget.path("metadata").path("name").asText();
    if (mayGoUnready(pod, budget)) {
      return;
    }
    if (status.path("observedGeneration").asLong() < generation(budget)) {
      throw ApiException.tooManyRequests(
          "The disruption budget " + name + " is still being processed by the server.", 10);
    }
    int allowed = status.path("disruptionsAllowed").asInt();
    if (allowed <= 0) {
      throw ApiException.tooManyRequests(
          "The disruption budget "
              + name
              + " needs "
              + status.path("desiredHealthy").asInt()
              + " healthy pods and has "
              + status.path("currentHealthy").asInt()
              + " currently",
          0);
    }
    if (dryRun) {
      return;
    }
    ObjectNode spent = JsonNodeFactory.instance.objectNode();
    ObjectNode next = spent.putObject("status").put("disruptionsAllowed", allowed - 1);
    next.putObject("disruptedPods")
        .put(item.name(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    ResourcePath of = Kinds.DISRUPTION_BUDGETS.item(item.namespace(), name);
    api.patch(of.withSubresource("status"), Patches.MERGE, spent.toString(), "", false);
  }

  /** A pod that is not ready may go when that costs no health, or always if the budget says so. */
  private static boolean mayGoUnready(ObjectNode pod, ObjectNode budget) {
    for (JsonNode condition : pod.path("status").path("conditions")) {
      boolean ready = condition.path("type").asText().equals("Ready");
      if (ready && condition.path("status").asText().equals("True")) {
        return false;
      }
    }
    JsonNode status = budget.path("status");
    int wanted = status.path("desiredHealthy").asInt();
    String policy = budget.path("spec").path("unhealthyPodEvictionPolicy").asText();
    return policy.equals("AlwaysAllow")
        || wanted > 0 && status.path("currentHealthy").asInt() >= wanted;
  }

  private static long generation(ObjectNode budget) {
    return budget.path("metadata").path("generation").asLong();
  }
}
