package io.jenkins.plugins.austa.plugin.site;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Where one environment is, as the administrator says. Secrets are ids of credentials, never
 * values.
 */
public class EnvironmentSite extends AbstractDescribableImpl<EnvironmentSite> {
  private final String name;
  private final String kubeconfigCredentialsId;
  private String publicUrl;
  private String prometheusUrl;
  private String databaseCredentialsId;

  /**
   * @param name the environment's name, as in {@code austa.yaml}
   * @param kubeconfigCredentialsId id of the secret-file credential with the kubeconfig
   */
  @DataBoundConstructor
  public EnvironmentSite(String name, String kubeconfigCredentialsId) {
    this.name = Util.fixNull(name).trim();
    this.kubeconfigCredentialsId = Util.fixNull(kubeconfigCredentialsId).trim();
  }

  /** The environment's name, as in {@code austa.yaml}. */
  public String getName() {
    return name;
  }

  /** Id of the secret-file credential with the kubeconfig. */
  public String getKubeconfigCredentialsId() {
    return kubeconfigCredentialsId;
  }

  /** The address users reach the platform at, or null. Switches are verified through it. */
  public String getPublicUrl() {
    return publicUrl;
  }

  /** Sets the address users reach the platform at. */
  @DataBoundSetter
  public void setPublicUrl(String publicUrl) {
    this.publicUrl = Util.fixEmptyAndTrim(publicUrl);
  }

  /** The base address of Prometheus, or null. */
  public String getPrometheusUrl() {
    return prometheusUrl;
  }

  /** Sets the base address of Prometheus. */
  @DataBoundSetter
  public void setPrometheusUrl(String prometheusUrl) {
    this.prometheusUrl = Util.fixEmptyAndTrim(prometheusUrl);
  }

  /** Id of the secret-text credential with the database's connection URL, or null. */
  public String getDatabaseCredentialsId() {
    return databaseCredentialsId;
  }

  /** Sets the id of the secret-text credential with the database's connection URL. */
  @DataBoundSetter
  public void setDatabaseCredentialsId(String databaseCredentialsId) {
    this.databaseCredentialsId = Util.fixEmptyAndTrim(databaseCredentialsId);
  }

  /** Form of one environment. */
  @Extension
  @Symbol("austaEnvironment")
  public static class DescriptorImpl extends Descriptor<EnvironmentSite> {
    @NonNull
    @Override
    public String getDisplayName() {
      return "Environment";
    }
  }
}
