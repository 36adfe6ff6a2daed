package io.jenkins.plugins.austa.engine.agents;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.plan.AgentStage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class StagePodsTest {
  private static final String OWN = "registry.example.com/jdk:21@sha256:" + "a".repeat(64);

  @Test
  public void hasTheAgentAndTheToolchainsAndNothingElse() throws Exception {
    assertEquals(List.of("jnlp"), names(pod("", AgentStage.PLAN)));
    assertEquals(
        List.of("jnlp", "node", "python"), names(pod("", AgentStage.TEST, "node", "python")));
  }

  @Test
  public void buildsWithABuildKitOfItsOwn() throws Exception {
    Pod pod = pod("", AgentStage.BUILD, "docker", "trivy");

    assertEquals(List.of("jnlp", "docker", "trivy", "buildkit"), names(pod));
    assertEquals(
        "unix:///run/user/1000/buildkit/buildkitd.sock",
        variable(container(pod, "docker"), "BUILDKIT_HOST"));
  }

  @Test
  public void buildsWithTheConfiguredBuildKitWithoutAnyUnconfinedContainer() throws Exception {
    Pod pod = pod("builder: tcp://buildkitd.ci:1234", AgentStage.BUILD, "docker", "trivy");

    assertEquals(List.of("jnlp", "docker", "trivy"), names(pod));
    assertEquals("tcp://buildkitd.ci:1234", variable(container(pod, "docker"), "BUILDKIT_HOST"));
  }

  @Test
  public void everyMountHasItsVolumeAndEveryVolumeIsMounted() throws Exception {
    for (Pod pod : PodPolicyTest.all()) {
      Set<String> mounted = new java.util.TreeSet<>();
      pod.getSpec().getContainers().stream()
          .flatMap(container -> container.getVolumeMounts().stream())
          .forEach(mount -> mounted.add(mount.getName()));
      Set<String> volumes = new java.util.TreeSet<>();
      pod.getSpec().getVolumes().forEach(volume -> volumes.add(volume.getName()));
      assertEquals(mounted, volumes);
      assertEquals(volumes.size(), pod.getSpec().getVolumes().size());
    }
  }

  @Test
  public void aCacheIsAClaimWhereOneIsNamedAndElseLastsAsLongAsThePod() throws Exception {
    Pod pod = pod("caches: {npm: npm-cache}", AgentStage.TEST, "node", "python");

    assertEquals("npm-cache", volume(pod, "cache-npm").getPersistentVolumeClaim().getClaimName());
    assertEquals(new Quantity("10Gi"), volume(pod, "cache-pip").getEmptyDir().getSizeLimit());
  }

  @Test
  public void aToolchainOfOnesOwnRunsTheImageThatIsNamedForIt() throws Exception {
    Pod pod = pod("images: {java: '" + OWN + "'}", AgentStage.TEST, "java");

    assertEquals(OWN, container(pod, "java").getImage());
    assertEquals("tmp-java", container(pod, "java").getVolumeMounts().get(1).getName());
  }

  @Test
  public void aKnownToolchainCanRunAnotherImage() throws Exception {
    Pod pod = pod("images: {node: '" + OWN + "'}", AgentStage.TEST, "node");

    assertEquals(OWN, container(pod, "node").getImage());
  }

  @Test
  public void refusesAToolchainWithoutADigest() {
    UnpinnedImageException refused =
        assertThrows(UnpinnedImageException.class, () -> pod("", AgentStage.TEST, "node", "java"));

    assertEquals("java", refused.toolchain());
    assertTrue(refused.getMessage(), refused.getMessage().contains("agents.images.java"));
  }

  @Test
  public void refusesATemplateWhoseImageHasOnlyATag() throws Exception {
    Map<String, String> files = new HashMap<>(Templates.files());
    files.put("images.yaml", "jnlp: docker.io/jenkins/inbound-agent:latest\n");
    StagePods pods = new StagePods(new PodTemplates(files), AgentsConfig.defaults());

    assertThrows(IllegalArgumentException.class, () -> pods.pod(AgentStage.PLAN, Set.of()));
  }

  @Test
  public void refusesAConfiguredImageWithoutADigestWithItsLine() {
    InvalidConfigException refused =
        assertThrows(
            InvalidConfigException.class, () -> config("images: {node: 'node:22-bookworm'}"));

    assertEquals(1, refused.problems().size());
    assertEquals("agents.images.node", refused.problems().get(0).key());
    assertTrue(refused.getMessage(), refused.getMessage().contains("is not pinned by digest"));
  }

  @Test
  public void givesAContainerWhatIsConfigured() throws Exception {
    Pod pod = pod("resources: {node: {memory: 6Gi}}", AgentStage.TEST, "node");

    Container node = container(pod, "node");
    assertEquals(new Quantity("6Gi"), node.getResources().getRequests().get("memory"));
    assertEquals(new Quantity("6Gi"), node.getResources().getLimits().get("memory"));
    assertEquals(new Quantity("500m"), node.getResources().getRequests().get("cpu"));
  }

  @Test
  public void onlyWhatPushesAndPullsImagesSeesTheRegistrysCredentials() throws Exception {
    String secret = "registrySecret: registry-push";
    Pod build = pod(secret, AgentStage.BUILD, "docker", "trivy");

    assertEquals("registry-push", volume(build, "registry").getSecret().getSecretName());
    assertEquals("/secrets/registry", variable(container(build, "docker"), "DOCKER_CONFIG"));
    assertTrue(mounts(container(build, "trivy")).contains("registry"));
    assertFalse(mounts(container(build, "buildkit")).contains("registry"));
    assertFalse(mounts(container(build, "jnlp")).contains("registry"));
    assertNull(volume(pod(secret, AgentStage.SECURITY, "trivy"), "registry"));
    assertNull(volume(pod(secret, AgentStage.DEPLOY, "helm"), "registry"));
  }

  @Test
  public void isPlacedAsConfigured() throws Exception {
    Pod pod =
        pod(
            "{serviceAccount: ci, pullSecrets: [mirror], nodeSelector: {pool: ci}, deadline: 30m}",
            AgentStage.PLAN);

    assertEquals("ci", pod.getSpec().getServiceAccountName());
    assertEquals("mirror", pod.getSpec().getImagePullSecrets().get(0).getName());
    assertEquals(Map.of("pool", "ci"), pod.getSpec().getNodeSelector());
    assertEquals(Long.valueOf(1800), pod.getSpec().getActiveDeadlineSeconds());
    assertEquals("plan", pod.getMetadata().getLabels().get("austa.io/stage"));
  }

  @Test
  public void comesBackFromItsYamlAsItWas() throws Exception {
    Pod pod = pod("", AgentStage.BUILD, "docker", "trivy");

    assertEquals(pod, Serialization.unmarshal(Serialization.asYaml(pod), Pod.class));
  }

  static Pod pod(String agents, AgentStage stage, String... toolchains)
      throws InvalidConfigException, IOException {
    return new StagePods(Templates.read(), config(agents)).pod(stage, ordered(toolchains));
  }

  private static Set<String> ordered(String... toolchains) {
    return new java.util.TreeSet<>(Set.of(toolchains));
  }

  private static AgentsConfig config(String agents) throws InvalidConfigException {
    String flow = agents.startsWith("{") ? agents : "{" + agents + "}";
    return ConfigReader.read("austa.yaml", "agents: " + flow).agents();
  }

  private static List<String> names(Pod pod) {
    return pod.getSpec().getContainers().stream().map(Container::getName).toList();
  }

  static Container container(Pod pod, String name) {
    return pod.getSpec().getContainers().stream()
        .filter(container -> container.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> mounts(Container container) {
    return container.getVolumeMounts().stream().map(mount -> mount.getName()).toList();
  }

  private static Volume volume(Pod pod, String name) {
    return pod.getSpec().getVolumes().stream()
        .filter(volume -> volume.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static String variable(Container container, String name) {
    return container.getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .map(EnvVar::getValue)
        .findFirst()
        .orElseThrow();
  }
}
