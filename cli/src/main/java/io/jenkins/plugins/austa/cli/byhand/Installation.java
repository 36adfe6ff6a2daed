package io.jenkins.plugins.austa.cli.byhand;

import hudson.FilePath;
import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import io.jenkins.plugins.austa.cli.toolbox.ChartRenderer;
import io.jenkins.plugins.austa.cli.toolbox.HelmUpgrade;
import io.jenkins.plugins.austa.engine.deploy.Reinstallation;
import io.jenkins.plugins.austa.engine.deploy.ReleaseValues;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.plugin.library.PackedChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Chart and values of one Helm release, in a folder that is gone when this is closed. */
final class Installation implements AutoCloseable {
  private final String release;
  private final Path folder;

  private Installation(String release, Path folder) {
    this.release = release;
    this.folder = folder;
  }

  /** The chart that this program carries. */
  static Installation of(ReleaseValues values) throws IOException, InterruptedException {
    Installation installation = open(values.helmRelease(), values.json());
    PackedChart.get().write(new FilePath(installation.chart().toFile()));
    return installation;
  }

  /** The chart that a revision was installed from. */
  static Installation of(Reinstallation found) throws IOException {
    Installation installation = open(found.helmRelease(), found.values());
    for (Map.Entry<String, byte[]> file : found.chart().entrySet()) {
      write(installation.chart(), file.getKey(), file.getValue());
    }
    return installation;
  }

  /** What a cluster names as a file of a chart stays in the chart's folder. */
  private static void write(Path chart, String name, byte[] content) throws IOException {
    Path file = chart.resolve(name).normalize();
    Path folder = file.getParent();
    if (folder == null || !folder.startsWith(chart)) {
      throw new IOException("The chart of that revision has a file outside of its folder: " + name);
    }
    Files.createDirectories(folder);
    Files.write(file, content);
  }

  private static Installation open(String release, String values) throws IOException {
    Path folder = Files.createTempDirectory("austa-");
    Installation installation = new Installation(release, folder);
    Files.writeString(installation.values(), values);
    return installation;
  }

  String release() {
    return release;
  }

  /**
   * Installs it.
   *
   * @param waits whether Helm waits for the pods
   * @throws IOException with Helm's own words
   */
  void install(HandCluster cluster, DeploymentPlan deployment, boolean waits)
      throws IOException, InterruptedException {
    new HelmUpgrade(
            release,
            chart(),
            deployment.namespace(),
            values(),
            deployment.retire().history(),
            waits ? deployment.healthTimeout() : null,
            cluster.kubeconfig().environment(folder))
        .run();
  }

  /** The objects it would consist of, as YAML documents. */
  String render(HandCluster cluster, String namespace) throws IOException, InterruptedException {
    String version = cluster.client().getKubernetesVersion().getGitVersion();
    return ChartRenderer.render(release, chart(), namespace, values(), version);
  }

  private Path chart() {
    return folder.resolve("chart");
  }

  private Path values() {
    return folder.resolve("values.json");
  }

  @Override
  public void close() throws IOException {
    FileTrees.delete(folder);
  }
}
