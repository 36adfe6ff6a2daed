package io.jenkins.plugins.austa.plugin.controller;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;

/** What an administrator enters before a pipeline can reach anything. */
final class Site {
  static final String KUBECONFIG = "kubeconfig-production";

  private Site() {}

  /** Adds a credential for all jobs. */
  static void credential(Credentials credential) throws IOException {
    SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
    provider.getCredentials().add(credential);
    provider.save();
  }

  /** Says that production is on a cluster. */
  static void production(ClusterProcess cluster) throws IOException {
    kubeconfig(cluster.kubeconfig());
    EnvironmentSite site = new EnvironmentSite("production", KUBECONFIG);
    site.setPublicUrl(cluster.publicEntry().toString());
    site.setPrometheusUrl(cluster.metrics().toString());
    AustaGlobalConfiguration.get().setEnvironments(List.of(site));
  }

  /** Says that production is reached by the credential {@link #KUBECONFIG}. */
  static void productionAnywhere() {
    EnvironmentSite site = new EnvironmentSite("production", KUBECONFIG);
    site.setPublicUrl("http://127.0.0.1:1");
    AustaGlobalConfiguration.get().setEnvironments(List.of(site));
  }

  /** Adds the credential {@link #KUBECONFIG}. */
  static void kubeconfig(String content) throws IOException {
    credential(
        new FileCredentialsImpl(
            CredentialsScope.GLOBAL,
            KUBECONFIG,
            "",
            "kubeconfig",
            SecretBytes.fromRawBytes(content.getBytes(StandardCharsets.UTF_8))));
  }
}
