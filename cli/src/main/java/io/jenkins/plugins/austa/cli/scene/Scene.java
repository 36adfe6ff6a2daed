package io.jenkins.plugins.austa.cli.scene;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import hudson.util.Secret;
import io.jenkins.plugins.austa.cli.toolbox.Tool;
import io.jenkins.plugins.austa.cli.toolbox.Toolbox;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/**
 * Everything around a run that Jenkins and a platform team would have: a cluster, databases,
 * credentials, the administrator's settings, a place for messages, and answers for tools that the
 * machine lacks.
 */
public final class Scene implements AutoCloseable {
  private final SandboxCluster cluster;
  private final Databases databases;
  private final SlackReceiver slack;
  private final HostJenkins jenkins;
  private final Toolbox toolbox;

  private Scene(
      SandboxCluster cluster,
      Databases databases,
      SlackReceiver slack,
      HostJenkins jenkins,
      Toolbox toolbox) {
    this.cluster = cluster;
    this.databases = databases;
    this.slack = slack;
    this.jenkins = jenkins;
    this.toolbox = toolbox;
  }

  /**
   * Sets the scene.
   *
   * @param home folder for the state of all of it
   * @param environments the environments that the run may deploy to
   * @param tools answers for tools that the machine lacks
   */
  public static Scene set(Path home, List<String> environments, List<Tool> tools)
      throws IOException, SQLException {
    Files.createDirectories(home);
    SandboxCluster cluster = SandboxCluster.start();
    Databases databases = Databases.start(environments);
    SlackReceiver slack = SlackReceiver.start();
    HostJenkins jenkins =
        HostJenkins.install(home.resolve("jenkins").toFile(), Scene.class.getClassLoader());
    Scene scene =
        new Scene(cluster, databases, slack, jenkins, Toolbox.open(home.resolve("tools"), tools));
    scene.hang(environments);
    return scene;
  }

  /** The cluster. */
  public SandboxCluster cluster() {
    return cluster;
  }

  /** The answers for tools that the machine lacks. */
  public Toolbox toolbox() {
    return toolbox;
  }

  /** The connection URL of an environment's database. */
  public String databaseUrl(String environment) {
    return databases.url(environment);
  }

  /** What the database is, for the report. */
  public String databaseVersion() throws SQLException {
    return databases.version();
  }

  /** The messages that would have gone to Slack. */
  public List<String> messages() {
    return slack.received();
  }

  private void hang(List<String> environments) throws IOException {
    List<EnvironmentSite> sites = new ArrayList<>();
    for (String environment : environments) {
      sites.add(site(environment));
      secret("database-" + environment, databases.url(environment));
      jenkins.add(
          new FileCredentialsImpl(
              CredentialsScope.GLOBAL,
              "kubeconfig-" + environment,
              "the sandbox cluster",
              "kubeconfig",
              SecretBytes.fromRawBytes(cluster.kubeconfig().getBytes(StandardCharsets.UTF_8))));
    }
    secret("slack-token", "sandbox-token-that-opens-nothing");
    AustaGlobalConfiguration settings = AustaGlobalConfiguration.get();
    settings.setEnvironments(sites);
    settings.setSlackUrl(slack.url() + "/");
  }

  private EnvironmentSite site(String environment) {
    EnvironmentSite site = new EnvironmentSite(environment, "kubeconfig-" + environment);
    site.setPublicUrl(cluster.publicEntry().toString());
    site.setPrometheusUrl(cluster.metrics().toString());
    site.setDatabaseCredentialsId("database-" + environment);
    return site;
  }

  private void secret(String id, String value) {
    jenkins.add(
        new StringCredentialsImpl(CredentialsScope.GLOBAL, id, id, Secret.fromString(value)));
  }

  @Override
  public void close() throws IOException {
    toolbox.close();
    slack.close();
    cluster.close();
    databases.close();
    jenkins.close();
  }
}
