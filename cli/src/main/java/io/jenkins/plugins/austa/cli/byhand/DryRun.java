package io.jenkins.plugins.austa.cli.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.deploy.ReleaseValues;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.ReturnChecks;
import io.jenkins.plugins.austa.engine.rollout.ReturnRequest;
import io.jenkins.plugins.austa.engine.rollout.Returning;
import io.jenkins.plugins.austa.engine.rollout.Revision;
import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutStatus;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a deployment or a way back would change, found by the code that would do it: its writes are
 * kept from the cluster, lease and record included. It refuses what the real thing would refuse.
 */
final class DryRun {
  private final HandEnvironment environment;
  private final HandCluster cluster;
  private final Hands hands;
  private final Consumer<String> log;
  private final ManifestChanges manifests;

  DryRun(HandEnvironment environment, HandCluster cluster, Hands hands, Consumer<String> log) {
    this.environment = environment;
    this.cluster = cluster;
    this.hands = hands;
    // What the engine says it does, it does not do here.
    this.log =
        line -> {
          if (line.startsWith("Warning: ")) {
            log.accept(line);
          }
        };
    this.manifests = new ManifestChanges(cluster.client(), environment.deployment().namespace());
  }

  /** A rolling deployment. */
  HandResult rolling(ReleaseValues values) throws IOException, InterruptedException {
    try (Installation installation = Installation.of(values)) {
      return result("would be deployed", rendered(installation));
    }
  }

  /** A blue-green deployment. */
  HandResult deploy(RevisionRequest request)
      throws UnfitInputException, IOException, InterruptedException {
    CapturedWrites writes = new CapturedWrites();
    try (HandCluster dry = cluster.through(writes);
        HandRollout rollout = new HandRollout(environment, dry, hands, log)) {
      requireSettled(rollout);
      Preparation green = HandRollout.await(rollout.rollout().prepare(request));
      if (green.unchanged()) {
        return result(
            green.revision().label() + " serves already, nothing would change", List.of());
      }
      try (Installation installation = Installation.of(Values.of(environment, green))) {
        List<ObjectChange> changes = new ArrayList<>(rendered(installation));
        changes.addAll(moved(rollout, writes, green.revision(), !green.firstRollout()));
        return result(green.revision().label() + " would be deployed", changes);
      }
    }
  }

  /** A way back to a recorded revision. */
  HandResult goBack(ReturnRequest request, ReturnChecks checks)
      throws UnfitInputException, IOException, InterruptedException {
    CapturedWrites writes = new CapturedWrites();
    try (HandCluster dry = cluster.through(writes);
        HandRollout rollout = new HandRollout(environment, dry, hands, log)) {
      RolloutOutcome decided = HandRollout.await(rollout.rollout().prepareReturn(request, checks));
      Revision candidate = decided.record().candidate();
      if (candidate == null) {
        return result(decided.message(), List.of());
      }
      List<ObjectChange> changes = new ArrayList<>();
      if (candidate.installedAs() == null) {
        Returning returning = HandRollout.await(rollout.rollout().revertTo(request, checks));
        try (Installation installation =
            Installation.of(rollout.recorded().reinstallation((Returning.Install) returning))) {
          changes.addAll(rendered(installation));
        }
      } else {
        changes.addAll(scaled("scale-up", candidate.colour(), candidate.replicas()));
      }
      changes.addAll(moved(rollout, writes, candidate, true));
      return result(candidate.label() + " would serve: " + candidate.why(), changes);
    }
  }

  /** What somebody has left half done would be taken back first, and how that goes nobody knows. */
  private static void requireSettled(HandRollout rollout) throws IOException {
    RolloutStatus status = rollout.status().read();
    if (status.phase().unfinished()) {
      throw new IOException(
          "What would change cannot be said while a rollout is under way. " + status.meaning());
    }
  }

  private List<ObjectChange> rendered(Installation installation)
      throws IOException, InterruptedException {
    String namespace = environment.deployment().namespace();
    return manifests.of(installation.release(), installation.render(cluster, namespace));
  }

  /** The entry on the other colour, then the old colour without pods. */
  private List<ObjectChange> moved(
      HandRollout rollout, CapturedWrites writes, Revision candidate, boolean retires) {
    List<JsonNode> decided = writes.written();
    rollout.router().switchTo(candidate.colour(), rollout.router().read());
    List<ObjectChange> changes = new ArrayList<>();
    for (JsonNode object : writes.written()) {
      if (!decided.contains(object)) {
        changes.add(new ObjectChange("switch", manifests.live(object), object));
      }
    }
    if (retires) {
      Map<String, Integer> none = new TreeMap<>();
      rollout.target().services().forEach(service -> none.put(service.name(), 0));
      changes.addAll(scaled("retire", candidate.colour().other(), none));
    }
    return changes;
  }

  private List<ObjectChange> scaled(String moment, Colour colour, Map<String, Integer> replicas) {
    RolloutTarget target = environment.target();
    List<ObjectChange> changes = new ArrayList<>();
    for (RolloutService service : target.services()) {
      Deployment found = deployment(target.objectName(service, colour));
      if (found != null) {
        JsonNode live = ManifestChanges.tree(found);
        ObjectNode scaled = live.deepCopy();
        int wanted = replicas.getOrDefault(service.name(), 1);
        scaled.withObjectProperty("spec").put("replicas", wanted);
        changes.add(new ObjectChange(moment, live, scaled));
      }
    }
    return changes;
  }

  private Deployment deployment(String name) {
    try {
      return cluster
          .client()
          .apps()
          .deployments()
          .inNamespace(environment.deployment().namespace())
          .withName(name)
          .get();
    } catch (KubernetesClientException e) {
      throw new ClusterException("read Deployment " + name, e);
    }
  }

  private HandResult result(String message, List<ObjectChange> changes) {
    List<ObjectChange> real = changes.stream().filter(one -> !one.diff().isEmpty()).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("environment", environment.deployment().environment());
    data.put("dryRun", true);
    data.put("changes", real.stream().map(ObjectChange::data).toList());
    return HandResult.of(
        true,
        "Dry run, nothing was touched: "
            + message
            + " ("
            + real.size()
            + (real.size() == 1 ? " object changes)" : " objects change)"),
        data);
  }
}
