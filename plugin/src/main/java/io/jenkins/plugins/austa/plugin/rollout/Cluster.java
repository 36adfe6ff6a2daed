package io.jenkins.plugins.austa.plugin.rollout;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.model.Run;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.rollout.ClusterAccess;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

/**
 * Reaches the cluster of an environment with the kubeconfig that the administrator has named for
 * it.
 */
public final class Cluster {
  private static final int TIMEOUT_MILLIS = 10_000;

  private Cluster() {}

  /**
   * Opens a client; nothing is asked of the cluster yet.
   *
   * @throws DeliveryFailedException when the credential is missing or is no kubeconfig
   */
  public static KubernetesClient open(EnvironmentSite site, Run<?, ?> run) throws IOException {
    Config config = config(site, run);
    config.setRequestTimeout(TIMEOUT_MILLIS);
    config.setConnectionTimeout(TIMEOUT_MILLIS);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /**
   * Asks the cluster whether a deployment there can be looked at.
   *
   * @throws DeliveryFailedException when the cluster cannot be reached or denies it
   */
  public static void requireAccess(EnvironmentSite site, Run<?, ?> run, String namespace)
      throws IOException {
    try (KubernetesClient client = open(site, run)) {
      ClusterAccess.require(client, namespace);
    } catch (ClusterException e) {
      throw new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          site.getName()
              + ", credential \""
              + site.getKubeconfigCredentialsId()
              + "\": "
              + e.getMessage());
    }
  }

  private static Config config(EnvironmentSite site, Run<?, ?> run) throws IOException {
    String id = site.getKubeconfigCredentialsId();
    FileCredentials credentials =
        CredentialsProvider.findCredentialById(id, FileCredentials.class, run);
    if (credentials == null) {
      throw new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          "There is no secret-file credential \""
              + id
              + "\" with the kubeconfig of "
              + site.getName()
              + " that this job may use. Add it under Credentials, or name another one under Manage Jenkins"
              + " › AUSTA Pipeline.");
    }
    CredentialsProvider.track(run, credentials);
    try (InputStream content = credentials.getContent()) {
      Config config =
          Config.fromKubeconfig(new String(content.readAllBytes(), StandardCharsets.UTF_8));
      if (config.getCurrentContext() != null) {
        return config;
      }
      throw new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          "The kubeconfig of the credential \""
              + id
              + "\" names no cluster: its current-context is missing or leads nowhere. Upload the file"
              + " again.");
    } catch (KubernetesClientException | IllegalArgumentException e) {
      // The cause is left out on purpose: a parser's message can quote the file, and the file is a
      // secret.
      throw new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          "The credential \""
              + id
              + "\" is not a kubeconfig that can be read. Upload the file again.");
    }
  }
}
