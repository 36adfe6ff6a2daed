package io.jenkins.plugins.austa.plugin.rollout;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.AbortException;
import hudson.model.Run;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.access.AccessFinding;
import io.jenkins.plugins.austa.engine.access.AccessFinding.Level;
import io.jenkins.plugins.austa.engine.access.AccessNeed;
import io.jenkins.plugins.austa.engine.access.AccessNeeds;
import io.jenkins.plugins.austa.engine.access.ClusterAccess;
import io.jenkins.plugins.austa.engine.access.Kubeconfig;
import io.jenkins.plugins.austa.engine.access.SharedClients;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.DeliveryFailedException;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import io.jenkins.plugins.austa.plugin.site.KubeconfigCredential;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.util.Timer;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

/**
 * Reaches the cluster of an environment with the kubeconfig that the administrator has named for
 * it.
 */
public final class Cluster {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final SharedClients CLIENTS =
      new SharedClients(TIMEOUT, IDLE, Timer::get, Clock.systemUTC());

  private Cluster() {}

  /**
   * Opens a client; nothing is asked of the cluster yet.
   *
   * @return to be closed; the client in it belongs to others too
   * @throws DeliveryFailedException when the credential is missing or is no kubeconfig that may be
   *     used here, or when the run deploys to another namespace than the administrator allows
   */
  public static SharedClients.Lease open(EnvironmentSite site, Run<?, ?> run) throws IOException {
    String planned = AustaAction.of(run).deployment(site.getName()).namespace();
    requireAllowed(site, planned);
    Kubeconfig kubeconfig = kubeconfig(site, run);
    try {
      return CLIENTS.open(kubeconfig);
    } catch (KubernetesClientException e) {
      // The cause is left out on purpose: it can quote the certificate or the key.
      throw new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          "No client can be made of the credential \""
              + site.getKubeconfigCredentialsId()
              + "\": its certificates or its key cannot be used. Upload the kubeconfig again.");
    }
  }

  /**
   * Makes sure that a namespace is the one that the administrator allows, if one is named.
   *
   * @throws DeliveryFailedException when it is not
   */
  public static void requireAllowed(EnvironmentSite site, String namespace)
      throws DeliveryFailedException {
    if (site.getNamespace() != null && !site.getNamespace().equals(namespace)) {
      throw new DeliveryFailedException(
          FailureKind.CONFIGURATION,
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

  /**
   * Asks the cluster whether a deployment there can be done, before anything is touched.
   *
   * @return what is not as it should be but keeps nothing from being done, sentences
   * @throws DeliveryFailedException when the cluster cannot be reached or denies what it takes
   */
  public static List<String> requireAccess(
      EnvironmentSite site, Run<?, ?> run, DeploymentPlan deployment) throws IOException {
    List<AccessNeed> needs =
        deployment.isBlueGreen()
            ? AccessNeeds.blueGreen(deployment.router())
            : AccessNeeds.rolling();
    List<AccessFinding> findings;
    try (SharedClients.Lease cluster = open(site, run)) {
      findings =
          new ClusterAccess(cluster.client(), cluster.client().getMasterUrl().toString())
              .obstacles(deployment.namespace(), needs);
    }
    String missing = texts(findings, Level.MISSING).collect(Collectors.joining(" "));
    if (!missing.isEmpty()) {
      throw new DeliveryFailedException(
          FailureKind.ENVIRONMENT,
          site.getName()
              + ", credential \""
              + site.getKubeconfigCredentialsId()
              + "\": "
              + missing
              + " Nothing was touched.");
    }
    return texts(findings, Level.WARNING).toList();
  }

  private static Stream<String> texts(List<AccessFinding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).map(AccessFinding::text);
  }

  private static Kubeconfig kubeconfig(EnvironmentSite site, Run<?, ?> run) throws IOException {
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
    try {
      return KubeconfigCredential.read(credentials);
    } catch (AbortException e) {
      throw new DeliveryFailedException(FailureKind.ENVIRONMENT, e.getMessage());
    }
  }
}
