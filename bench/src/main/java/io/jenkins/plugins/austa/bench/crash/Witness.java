package io.jenkins.plugins.austa.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.austa.sandbox.api.StoreEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Sees every change of a cluster in the order in which they are made, and says which of them no
 * rollout may make. Knows objects only, nothing of the engine.
 */
final class Witness implements Consumer<StoreEvent> {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  private final Map<String, JsonNode> deployments = new HashMap<>();
  private final Map<String, JsonNode> slices = new HashMap<>();
  private final Set<Integer> switchedTo = new TreeSet<>();
  private final List<String> broken = new ArrayList<>();
  private JsonNode record;
  private Set<String> carrying = Set.of();
  private int serving;
  private int servedBefore;
  private boolean mayGoBack;
  private String awaited = "";
  private long wroteAt;

  /** Waits for the first lease that {@code holder} writes from now on. */
  synchronized void awaitHolder(String holder) {
    awaited = holder;
    wroteAt = 0;
  }

  /** When that was, by {@link System#nanoTime()}; 0 when it has not been. */
  synchronized long wroteAt() {
    return wroteAt;
  }

  /** What was broken since the last call. */
  synchronized List<String> takeBroken() {
    List<String> taken = List.copyOf(broken);
    broken.clear();
    return taken;
  }

  /** What speaks against this being the end of a rollout: the record must say so, and truly. */
  synchronized void requireEnd() {
    String phase = text(record, "/phase");
    if (!Set.of("done", "reverted", "stopped").contains(phase)) {
      broken.add("the record ends in " + phase);
    }
    if (record.at("/active/number").asInt() != serving) {
      broken.add(
          "the record has revision "
              + record.at("/active/number")
              + " as active, but users are on "
              + serving);
    }
  }

  @Override
  public synchronized void accept(StoreEvent event) {
    switch (event.collection().plural()) {
      case "deployments" -> deployment(event);
      case "endpointslices" -> slice(event);
      case "ingresses" -> entry(event);
      case "configmaps" -> record(event);
      case "leases" -> lease(event);
      default -> {
        // Says nothing about traffic.
      }
    }
  }

  private void lease(StoreEvent event) {
    String holder = text(event.last(), "/spec/holderIdentity");
    if (wroteAt == 0 && holder.equals(awaited)) {
      wroteAt = System.nanoTime();
    }
  }

  private void record(StoreEvent event) {
    JsonNode text = event.last().at("/data/record.json");
    if (text.isTextual()) {
      record = Json.read(text.asText());
    }
  }

  private void deployment(StoreEvent event) {
    String name = text(event.last(), "/metadata/name");
    JsonNode before = deployments.get(name);
    if (event.after() == null) {
      deployments.remove(name);
    } else {
      deployments.put(name, event.after());
    }
    if (before == null || !carrying.contains(name)) {
      return;
    }
    if (event.after() == null) {
      broken.add(name + ", which carries traffic, was deleted");
    } else if (replicas(event.after()) < replicas(before)) {
      broken.add(name + ", which carries traffic, was scaled down to " + replicas(event.after()));
    } else if (!before.at("/spec/template").equals(event.after().at("/spec/template"))) {
      broken.add(name + ", which carries traffic, was installed over");
    }
  }

  private void slice(StoreEvent event) {
    if (event.after() == null) {
      slices.remove(event.key());
    } else {
      slices.put(event.key(), event.after());
    }
    requirePods("while pods came or went");
  }

  private void entry(StoreEvent event) {
    Set<String> now = new TreeSet<>();
    event
        .last()
        .at("/spec/rules/0/http/paths")
        .forEach(path -> now.add(text(path, "/backend/service/name")));
    if (now.equals(carrying)) {
      return;
    }
    carrying = now;
    requirePods("when traffic was moved there");
    Set<Integer> revisions = new TreeSet<>();
    now.forEach(name -> revisions.add(revision(name)));
    if (event.after() == null || revisions.size() != 1) {
      broken.add("the entry leads to the revisions " + revisions);
      return;
    }
    moved(revisions.iterator().next());
  }

  /** Forward once for each revision; back only to the one that served right before. */
  private void moved(int to) {
    boolean first = switchedTo.add(to);
    boolean back = !first && mayGoBack && to == servedBefore;
    if (!first && !back) {
      broken.add("traffic was switched to revision " + to + " again");
    }
    mayGoBack = first;
    servedBefore = serving;
    serving = to;
  }

  private void requirePods(String when) {
    for (String service : carrying) {
      boolean ready =
          slices.values().stream()
              .filter(
                  slice -> service.equals(slice.at("/metadata/labels").path(SERVICE_NAME).asText()))
              .anyMatch(Witness::hasReadyPod);
      if (!ready) {
        broken.add(service + " carries traffic and had no ready pod " + when);
      }
    }
  }

  private static boolean hasReadyPod(JsonNode slice) {
    for (JsonNode endpoint : slice.path("endpoints")) {
      if (endpoint.at("/conditions/ready").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private int revision(String deployment) {
    JsonNode found = deployments.get(deployment);
    return found == null
        ? 0
        : Integer.parseInt(
            Objects.requireNonNullElse(
                found.at("/spec/template/metadata/labels").path("austa.io/revision").textValue(),
                "0"));
  }

  private static int replicas(JsonNode deployment) {
    return deployment.at("/spec/replicas").asInt(1);
  }

  private static String text(JsonNode node, String pointer) {
    return node == null ? "" : node.at(pointer).asText();
  }
}
