package io.jenkins.plugins.austa.engine.agents;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.engine.plan.AgentStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

/** What must hold for every container of every pod: Kubernetes' restricted profile, and more. */
public class PodPolicyTest {
  private static final String BUILDKIT = "buildkit";

  private static List<Pod> pods;

  @BeforeClass
  public static void render() throws Exception {
    pods = all();
  }

  /** A pod with every template there is, those of the stages, and one of another toolchain. */
  static List<Pod> all() throws Exception {
    List<Pod> all = new ArrayList<>();
    all.add(StagePodsTest.pod("", AgentStage.PLAN));
    all.add(StagePodsTest.pod("", AgentStage.TEST, "node", "python"));
    all.add(StagePodsTest.pod("", AgentStage.SECURITY, "bandit", "node", "trivy"));
    all.add(StagePodsTest.pod("registrySecret: registry", AgentStage.BUILD, "docker", "trivy"));
    all.add(StagePodsTest.pod("", AgentStage.DEPLOY, "helm"));
    String image = "example.com/jdk@sha256:" + "b".repeat(64);
    all.add(StagePodsTest.pod("images: {java: '" + image + "'}", AgentStage.MIGRATE, "java"));
    return all;
  }

  @Test
  public void everyTemplateIsLookedAt() throws Exception {
    Set<String> seen = new TreeSet<>();
    containers().forEach(container -> seen.add(container.getName()));
    seen.remove("jnlp");
    seen.remove("java");
    seen.add("other");
    try (Stream<Path> files = Files.list(Templates.FOLDER.resolve("containers"))) {
      Set<String> templates = new TreeSet<>();
      files.forEach(file -> templates.add(file.getFileName().toString().replace(".yaml", "")));
      assertEquals(templates, seen);
    }
  }

  @Test
  public void noFieldIsUnknownToTheApi() throws Exception {
    for (Pod pod : pods) {
      assertEquals(List.of(), UnknownFields.in(Serialization.asYaml(pod), Pod.class));
    }
    assertEquals(
        List.of(".spec.containers[0].securityContext.runAsNotRoot"),
        UnknownFields.in(
            "spec: {containers: [{securityContext: {runAsNotRoot: true}}]}", Pod.class));
  }

  @Test
  public void everyImageIsKnownByItsDigest() {
    for (Container container : containers()) {
      assertTrue(container.getImage(), container.getImage().matches(".+@sha256:[0-9a-f]{64}"));
    }
  }

  @Test
  public void noPodHasATokenOfTheCluster() {
    for (Pod pod : pods) {
      assertEquals(false, pod.getSpec().getAutomountServiceAccountToken());
    }
  }

  @Test
  public void noPodReachesTheMachineItRunsOn() {
    for (Pod pod : pods) {
      PodSpec spec = pod.getSpec();
      assertNull(spec.getHostNetwork());
      assertNull(spec.getHostPID());
      assertNull(spec.getHostIPC());
      spec.getVolumes().forEach(volume -> assertNull(volume.getName(), volume.getHostPath()));
    }
    for (Container container : containers()) {
      assertTrue(container.getName(), container.getPorts().isEmpty());
      assertTrue(container.getName(), container.getVolumeDevices().isEmpty());
    }
  }

  @Test
  public void everyPodEndsByItself() {
    for (Pod pod : pods) {
      assertEquals("Never", pod.getSpec().getRestartPolicy());
      assertEquals(Long.valueOf(7200), pod.getSpec().getActiveDeadlineSeconds());
    }
  }

  @Test
  public void everyVolumeThatCanGrowHasALimit() {
    pods.stream()
        .flatMap(pod -> pod.getSpec().getVolumes().stream())
        .filter(volume -> volume.getEmptyDir() != null)
        .forEach(
            volume -> assertNotEquals(volume.getName(), null, volume.getEmptyDir().getSizeLimit()));
  }

  @Test
  public void nobodyIsRoot() {
    for (Pod pod : pods) {
      assertEquals(true, pod.getSpec().getSecurityContext().getRunAsNonRoot());
      assertEquals(Long.valueOf(1000), pod.getSpec().getSecurityContext().getFsGroup());
    }
    for (Container container : containers()) {
      SecurityContext security = container.getSecurityContext();
      assertEquals(container.getName(), true, security.getRunAsNonRoot());
      assertEquals(container.getName(), Long.valueOf(1000), security.getRunAsUser());
      assertEquals(container.getName(), Long.valueOf(1000), security.getRunAsGroup());
    }
  }

  @Test
  public void nobodyIsPrivilegedAndEveryCapabilityIsDropped() {
    for (Container container : containers()) {
      SecurityContext security = container.getSecurityContext();
      assertEquals(container.getName(), false, security.getPrivileged());
      assertEquals(container.getName(), List.of("ALL"), security.getCapabilities().getDrop());
    }
  }

  @Test
  public void allButBuildKitAreConfined() {
    for (Pod pod : pods) {
      assertEquals(
          "RuntimeDefault", pod.getSpec().getSecurityContext().getSeccompProfile().getType());
    }
    for (Container container : confined()) {
      SecurityContext security = container.getSecurityContext();
      String name = container.getName();
      assertEquals(name, false, security.getAllowPrivilegeEscalation());
      assertEquals(name, true, security.getReadOnlyRootFilesystem());
      assertEquals(name, "RuntimeDefault", security.getSeccompProfile().getType());
      assertNull(name, security.getAppArmorProfile());
      assertEquals(name, List.of(), security.getCapabilities().getAdd());
    }
  }

  @Test
  public void buildKitIsTheOneExceptionAndOnlyInTheBuildPod() {
    List<Pod> with =
        pods.stream()
            .filter(
                pod ->
                    pod.getSpec().getContainers().stream()
                        .anyMatch(container -> container.getName().equals(BUILDKIT)))
            .toList();

    assertEquals(1, with.size());
    assertEquals("build", with.get(0).getMetadata().getLabels().get("austa.io/stage"));
    SecurityContext security = StagePodsTest.container(with.get(0), BUILDKIT).getSecurityContext();
    assertEquals(List.of("SETUID", "SETGID"), security.getCapabilities().getAdd());
    assertEquals("Unconfined", security.getSeccompProfile().getType());
    assertEquals("Unconfined", security.getAppArmorProfile().getType());
  }

  @Test
  public void everyContainerSaysWhatItNeedsAndWhatItMayTake() {
    for (Container container : containers()) {
      for (String resource : List.of("cpu", "memory")) {
        String place = container.getName() + " " + resource;
        assertTrue(place, container.getResources().getRequests().containsKey(resource));
        assertTrue(place, container.getResources().getLimits().containsKey(resource));
      }
    }
  }

  @Test
  public void everyToolchainWritesToItsOwnHomeAndTheSharedWorkspace() {
    for (Container container : confined()) {
      Set<String> mounts = new TreeSet<>();
      container.getVolumeMounts().forEach(mount -> mounts.add(mount.getName()));
      assertTrue(container.getName(), mounts.contains("home-" + container.getName()));
      assertTrue(container.getName(), mounts.contains("tmp-" + container.getName()));
      assertTrue(container.getName(), mounts.contains("workspace-volume"));
      assertEquals("/home/jenkins/agent", container.getWorkingDir());
    }
  }

  private static List<Container> containers() {
    return pods.stream().flatMap(pod -> pod.getSpec().getContainers().stream()).toList();
  }

  private static List<Container> confined() {
    return containers().stream()
        .filter(container -> !container.getName().equals(BUILDKIT))
        .toList();
  }
}
