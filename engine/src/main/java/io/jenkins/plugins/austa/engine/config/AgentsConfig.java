package io.jenkins.plugins.austa.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where the stages run: each in a pod of its own, or on nodes with labels. */
public record AgentsConfig(
    @Setting(
            value =
                "`kubernetes` for pods, `nodes` for labelled nodes. `auto` takes pods when the kubernetes"
                    + " plugin has a cloud and the Jenkinsfile names no label, else nodes.",
            byDefault = "auto")
        Kind kind,
    @Setting("Labels of the nodes by stage; used with nodes only.") Labels labels,
    @Setting(value = "Name of the Kubernetes cloud in Jenkins.", derived = "the first one")
        String cloud,
    @Setting(
            value = "Namespace of the pods.",
            derived = "the cloud's",
            pattern = KubernetesName.FORM)
        String namespace,
    @Setting(
            value = "Service account of the pods. Its token is never mounted.",
            derived = "the namespace's default",
            pattern = KubernetesName.FORM)
        String serviceAccount,
    @Setting("Secrets with which the pods' images are pulled.") List<String> pullSecrets,
    @Setting("Labels that the cluster's machines must have, by name.")
        Map<String, String> nodeSelector,
    @Setting(value = "Longest life of a pod; the cluster ends it then.", byDefault = "2h")
        Duration deadline,
    @Setting(
            value =
                "Images by toolchain, each with its digest. A toolchain that is not known can be added"
                    + " so, for `services.<name>.toolchain`.",
            derived = "those of the plugin")
        Map<String, PinnedImage> images,
    @Setting(value = "CPU and memory by toolchain.", derived = "those of the plugin's templates")
        Map<String, Resources> resources,
    @Setting("Persistent volume claims for caches; a cache without one lasts as long as its pod.")
        Caches caches,
    @Setting(
            value =
                "Secret (type kubernetes.io/dockerconfigjson) with which images are pushed and scanned.",
            pattern = KubernetesName.FORM)
        String registrySecret,
    @Setting(
            value = "Address of a BuildKit to build with, such as tcp://buildkitd.ci:1234.",
            derived = "a rootless one in the Build pod",
            pattern = "(tcp|unix)://[A-Za-z0-9._:/-]+")
        String builder) {

  /** One with nothing but defaults. */
  public static AgentsConfig defaults() {
    return Defaults.of(AgentsConfig.class);
  }

  /** What stages run in. */
  public enum Kind {
    AUTO,
    KUBERNETES,
    NODES
  }

  /** A label expression a stage; the Jenkinsfile's label where none is given. */
  public record Labels(
      @Setting("Tests.") String test,
      @Setting("Scans of sources.") String security,
      @Setting("Images and their scans.") String build,
      @Setting("Migrations.") String migrate,
      @Setting("Deployments.") String deploy,
      @Setting("The report.") String report) {}

  /** What a container may use; both the request and the limit. */
  public record Resources(
      @Setting(
              value = "CPUs, such as 500m or 2.",
              derived = "the template's",
              pattern = "[1-9][0-9]*m?")
          String cpu,
      @Setting(
              value = "Memory, such as 2Gi.",
              derived = "the template's",
              pattern = "[1-9][0-9]*(Mi|Gi)")
          String memory) {}

  /** Names of persistent volume claims. */
  public record Caches(
      @Setting(value = "Packages that npm has fetched.", pattern = KubernetesName.FORM) String npm,
      @Setting(value = "Packages that pip has fetched.", pattern = KubernetesName.FORM) String pip,
      @Setting(value = "Trivy's vulnerability database.", pattern = KubernetesName.FORM)
          String trivy,
      @Setting(
              value = "Layers that BuildKit has built; one pod at a time can use them.",
              pattern = KubernetesName.FORM)
          String buildkit) {}
}
