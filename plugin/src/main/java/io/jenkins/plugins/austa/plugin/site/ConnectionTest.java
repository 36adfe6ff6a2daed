package io.jenkins.plugins.austa.plugin.site;

import hudson.AbortException;
import hudson.util.FormValidation;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.austa.engine.access.AccessFinding;
import io.jenkins.plugins.austa.engine.access.AccessFinding.Level;
import io.jenkins.plugins.austa.engine.access.ClusterAccess;
import io.jenkins.plugins.austa.engine.access.Kubeconfig;
import io.jenkins.plugins.austa.engine.access.MetricsAccess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

/** Says in one message all that a deployment to an environment would lack. Changes nothing. */
final class ConnectionTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private ConnectionTest() {}

  /** Tests what the form says; whoever calls has made sure that the user may. */
  static FormValidation of(EnvironmentSite site) {
    List<AccessFinding> findings = new ArrayList<>(cluster(site));
    if (site.getPrometheusUrl() == null) {
      findings.add(
          AccessFinding.warning(
              "There is no Prometheus, so the error rate after a switch is unknown."));
    } else {
      findings.add(prometheus(site.getPrometheusUrl()));
    }
    Level worst =
        findings.stream().map(AccessFinding::level).max(Level::compareTo).orElse(Level.FINE);
    String text =
        findings.stream()
            .filter(finding -> worst == Level.FINE || finding.level() != Level.FINE)
            .map(AccessFinding::text)
            .collect(Collectors.joining("\n"));
    return switch (worst) {
      case MISSING -> FormValidation.error(text);
      case WARNING -> FormValidation.warning(text);
      case FINE -> FormValidation.ok(text);
    };
  }

  private static List<AccessFinding> cluster(EnvironmentSite site) {
    String id = site.getKubeconfigCredentialsId();
    if (id.isEmpty()) {
      return missing("Choose the secret file with the kubeconfig first.");
    }
    CredentialChoice<FileCredentials> files = CredentialChoice.of(FileCredentials.class);
    Optional<FileCredentials> credential = files.find(id);
    if (credential.isEmpty()) {
      return missing(
          files
              .misfit(id)
              .orElse(
                  "There is no secret file \""
                      + id
                      + "\" for all jobs. Add it under Credentials; one that is kept in a folder can be"
                      + " tested by a run there only."));
    }
    try {
      Kubeconfig kubeconfig = KubeconfigCredential.read(credential.get());
      List<AccessFinding> findings = new ArrayList<>();
      kubeconfig.warnings().forEach(text -> findings.add(AccessFinding.warning(text)));
      findings.addAll(ask(kubeconfig, site.getNamespace()));
      return findings;
    } catch (AbortException e) {
      return missing(e.getMessage());
    }
  }

  private static List<AccessFinding> ask(Kubeconfig kubeconfig, String namespace) {
    Config config = kubeconfig.config(TIMEOUT);
    // Somebody is waiting in front of the form, so one try has to do.
    config.setRequestRetryBackoffLimit(0);
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      return new ClusterAccess(client, kubeconfig.server()).test(namespace);
    } catch (KubernetesClientException e) {
      // Thrown when certificates or keys cannot be used; its message may quote them.
      return missing(
          "No client can be made of the kubeconfig: its certificates or its key cannot be used.");
    }
  }

  private static AccessFinding prometheus(String url) {
    FormValidation check = FieldCheck.webAddress(url);
    return check.kind == FormValidation.Kind.OK
        ? MetricsAccess.test(URI.create(url), TIMEOUT)
        : AccessFinding.missing("The address of Prometheus is no address of a web server.");
  }

  private static List<AccessFinding> missing(String text) {
    return List.of(AccessFinding.missing(text));
  }
}
