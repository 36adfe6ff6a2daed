package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.health.Measurement;
import io.jenkins.plugins.austa.engine.health.Signal;
import io.jenkins.plugins.austa.engine.health.SignalVerdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Whether the Deployments of a colour are those of the expected revision, and not what an earlier
 * one has left there: those may be well, too.
 *
 * <p>Needs the verb {@code get} on deployments.
 */
final class InstalledRevision implements Signal {

  static final String NAME = "installed-revision";

  private static final String LABEL = KeptRelease.REVISION;

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final Revision revision;
  private final Executor calls;

  InstalledRevision(
      KubernetesClient client, RolloutTarget target, Revision revision, Executor calls) {
    this.client = client;
    this.target = target;
    this.revision = revision;
    this.calls = calls;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return CompletableFuture.supplyAsync(this::look, calls);
  }

  private SignalVerdict look() {
    for (RolloutService service : target.services()) {
      String name = target.objectName(service, revision.colour());
      try {
        Deployment found =
            client.apps().deployments().inNamespace(target.namespace()).withName(name).get();
        Optional<SignalVerdict> trouble = trouble(name, found);
        if (trouble.isPresent()) {
          return trouble.get();
        }
      } catch (KubernetesClientException e) {
        String text = "the API server could not be asked: " + e.getMessage();
        return new SignalVerdict.Inconclusive(measured("no answer"), NAME + " is unknown: " + text);
      }
    }
    String installed = "revision " + revision.installedNumber();
    return new SignalVerdict.Passed(measured(installed), NAME + ": " + installed + " everywhere");
  }

  private Optional<SignalVerdict> trouble(String name, Deployment found) {
    if (found == null) {
      String text = NAME + ": Deployment " + name + " does not exist";
      return Optional.of(new SignalVerdict.Pending(measured("nothing"), text));
    }
    String label = KeptRelease.revisionOf(found);
    if (String.valueOf(revision.installedNumber()).equals(label)) {
      return Optional.empty();
    }
    String has = label == null ? "no label " + LABEL : "revision " + label;
    return Optional.of(
        new SignalVerdict.Failed(
            measured(has),
            "%s: Deployment %s has %s, so %s was not installed there"
                .formatted(NAME, name, has, revision.label())));
  }

  private Measurement measured(String observed) {
    return new Measurement(NAME, Duration.ZERO, "revision " + revision.installedNumber(), observed);
  }
}
