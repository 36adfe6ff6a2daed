package io.jenkins.plugins.austa.plugin.rollout;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.AbortException;
import hudson.model.Run;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.access.Kubeconfig;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import io.jenkins.plugins.austa.plugin.site.KubeconfigCredential;
import java.io.IOException;
import java.time.Duration;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

/**
 * Reaches the cluster of an environment with the kubeconfig that the administrator has named for
 * it.
 */
public final class Cluster {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private Cluster() {}

  /**
   * Opens a client; nothing is asked of the cluster yet.
   *
   * @throws AbortException when the credential is missing or is no kubeconfig that may be used
   *     here, or when the run deploys to another namespace than the administrator allows
   */
  public static KubernetesClient open(EnvironmentSite site, Run<?, ?> run) throws IOException {
    String planned = AustaAction.of(run).deployment(site.getName()).namespace();
    requireAllowed(site, planned);
    Kubeconfig kubeconfig = kubeconfig(site, run);
    try {
      return new KubernetesClientBuilder().withConfig(kubeconfig.config(TIMEOUT)).build();
    } catch (KubernetesClientException e) {
      // The cause is left out on purpose: it can quote the certificate or the key.
      throw new AbortException(
          "No client can be made of the credential \""
              + site.getKubeconfigCredentialsId()
              + "\": its certificates or its key cannot be used. Upload the kubeconfig again.");
    }
  }

  /**
   * Makes sure that a namespace is the one that the administrator allows, if one is named.
   *
   * @throws AbortException when it is not
   */
  public static void requireAllowed(EnvironmentSite site, String namespace) throws AbortException {
    if (site.getNamespace() != null && !site.getNamespace().equals(namespace)) {
      throw new AbortException(
          site.getName()
              + " may only be deployed to namespace "
              + site.getNamespace()
              + " (Manage Jenkins › AUSTA Pipeline), but austa.yaml says "
              + namespace
              + ". Change environments."
              + site.getName()
              + ".namespace, or ask the administrator.");
    }
  }

  private static Kubeconfig kubeconfig(EnvironmentSite site, Run<?, ?> run) throws AbortException {
    String id = site.getKubeconfigCredentialsId();
    FileCredentials credentials =
        CredentialsProvider.findCredentialById(id, FileCredentials.class, run);
    if (credentials == null) {
      throw new AbortException(
          "There is no secret-file credential \""
              + id
              + "\" with the kubeconfig of "
              + site.getName()
              + " that this job may use. Add it under Credentials, or name another one under Manage Jenkins"
              + " › AUSTA Pipeline.");
    }
    CredentialsProvider.track(run, credentials);
    return KubeconfigCredential.read(credentials);
  }
}
