package io.jenkins.plugins.austa.bench.waiting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Deployments with all their pods available, and the pods, of about the size of real ones. */
final class StillObjects {
  /** The first rollout of a release has this number. */
  static final String REVISION = "1";

  private static final String INSTANCE = "app.kubernetes.io/instance";
  private static final Pattern SELECTED = Pattern.compile(INSTANCE + "=([^,]+)");
  private static final Pattern NAME = Pattern.compile("app\\.kubernetes\\.io/name=([^,]+)");
  private static final String SINCE = "2026-11-23T09:00:00Z";
  private static final int PORT = 8080;

  private final ObjectMapper json = new ObjectMapper();

  /** A Deployment of any name. */
  String deployment(String name) throws JsonProcessingException {
    Map<String, String> labels = Map.of(INSTANCE, name, "austa.io/revision", REVISION);
    return json.writeValueAsString(
        new DeploymentBuilder()
            .withNewMetadata()
            .withName(name)
            .withResourceVersion("1")
            .withGeneration(1L)
            .withLabels(labels)
            .endMetadata()
            .withNewSpec()
            .withReplicas(1)
            .withNewSelector()
            .withMatchLabels(labels)
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .withLabels(labels)
            .endMetadata()
            .endTemplate()
            .endSpec()
            .withNewStatus()
            .withObservedGeneration(1L)
            .withReplicas(1)
            .withUpdatedReplicas(1)
            .withReadyReplicas(1)
            .withAvailableReplicas(1)
            .endStatus()
            .build());
  }

  /** The pods of one Helm release, or of one service of it. */
  String pods(String selector) throws JsonProcessingException {
    String instance = first(SELECTED, selector).orElse("unknown");
    Stream<String> services =
        first(NAME, selector)
            .map(Stream::of)
            .orElse(Stream.of("frontend", "backend", "ai-service"));
    List<Pod> pods = services.map(service -> pod(instance, service)).toList();
    return json.writeValueAsString(
        new PodListBuilder()
            .withItems(pods)
            .withNewMetadata()
            .withResourceVersion("1")
            .endMetadata()
            .build());
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text == null ? "" : text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Pod pod(String instance, String service) {
    Map<String, String> labels =
        Map.of(
            "app.kubernetes.io/name",
            service,
            INSTANCE,
            instance,
            "app.kubernetes.io/part-of",
            "austa-many",
            "app.kubernetes.io/managed-by",
            "Helm",
            "austa.io/colour",
            "blue",
            "austa.io/revision",
            REVISION,
            "pod-template-hash",
            "6d4cf56db6");
    return new PodBuilder()
        .withNewMetadata()
        .withName(instance + "-" + service + "-6d4cf56db6-x7k2p")
        .withUid("6f0a1c1e-33a4-4f43-9f0a-6a3c3e1b7a11")
        .withResourceVersion("1")
        .withCreationTimestamp(SINCE)
        .withLabels(labels)
        .addNewManagedField()
        .withManager("kube-controller-manager")
        .withOperation("Update")
        .withFieldsType("FieldsV1")
        .withFieldsV1(fields())
        .endManagedField()
        .addNewManagedField()
        .withManager("kubelet")
        .withOperation("Update")
        .withFieldsType("FieldsV1")
        .withFieldsV1(fields())
        .endManagedField()
        .endMetadata()
        .withNewSpec()
        .withNodeName("node-a")
        .withServiceAccountName("default")
        .withContainers(container(service))
        .endSpec()
        .withNewStatus()
        .withPhase("Running")
        .withPodIP("10.0.0.7")
        .withStartTime(SINCE)
        .withConditions(
            Stream.of("Initialized", "Ready", "ContainersReady", "PodScheduled")
                .map(
                    type ->
                        new PodConditionBuilder()
                            .withType(type)
                            .withStatus("True")
                            .withLastTransitionTime(SINCE)
                            .build())
                .toList())
        .addNewContainerStatus()
        .withName(service)
        .withReady(true)
        .withStarted(true)
        .withRestartCount(0)
        .withImage("registry.austa.example/" + service)
        .withImageID("registry.austa.example/" + service + "@sha256:" + "0".repeat(64))
        .withContainerID("containerd://" + "0".repeat(64))
        .withNewState()
        .withNewRunning()
        .withStartedAt(SINCE)
        .endRunning()
        .endState()
        .endContainerStatus()
        .endStatus()
        .build();
  }

  private static Container container(String service) {
    return new ContainerBuilder()
        .withName(service)
        .withImage("registry.austa.example/" + service + "@sha256:" + "0".repeat(64))
        .addNewPort()
        .withName("http")
        .withContainerPort(PORT)
        .endPort()
        .withEnv(
            Stream.of("AUSTA_SERVICE", "AUSTA_COLOUR", "AUSTA_REVISION", "PORT", "NODE_ENV")
                .map(name -> new EnvVar(name, "value", null))
                .toList())
        .withNewResources()
        .withRequests(Map.of("cpu", new Quantity("100m"), "memory", new Quantity("128Mi")))
        .withLimits(Map.of("cpu", new Quantity("500m"), "memory", new Quantity("256Mi")))
        .endResources()
        .addNewVolumeMount()
        .withName("kube-api-access-x7k2p")
        .withMountPath("/var/run/secrets/kubernetes.io/serviceaccount")
        .endVolumeMount()
        .build();
  }

  private static FieldsV1 fields() {
    FieldsV1 fields = new FieldsV1();
    Stream.of("image", "name", "ports", "resources", "env", "imagePullPolicy", "readinessProbe")
        .forEach(
            name ->
                fields.setAdditionalProperty(
                    "f:" + name, Map.of(".", Map.of(), "f:value", Map.of(), "f:key", Map.of())));
    return fields;
  }
}
