package io.jenkins.plugins.austa.plugin.site;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/**
 * Where one environment is, as the administrator says. Secrets are ids of credentials, never
 * values.
 */
public class EnvironmentSite extends AbstractDescribableImpl<EnvironmentSite> {
  private final String name;
  private final String kubeconfigCredentialsId;
  private String namespace;
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

  /** The only namespace that may be deployed to; null when {@code austa.yaml} alone decides. */
  public String getNamespace() {
    return namespace;
  }

  /** Sets the only namespace that may be deployed to. */
  @DataBoundSetter
  public void setNamespace(String namespace) {
    this.namespace = Util.fixEmptyAndTrim(namespace);
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

  /** The same with another Prometheus. */
  EnvironmentSite withPrometheus(String url) {
    EnvironmentSite copy = new EnvironmentSite(name, kubeconfigCredentialsId);
    copy.setNamespace(namespace);
    copy.setPublicUrl(publicUrl);
    copy.setPrometheusUrl(url);
    copy.setDatabaseCredentialsId(databaseCredentialsId);
    return copy;
  }

  /** Form of one environment. Web methods tell nothing to those who may not configure Jenkins. */
  @Extension
  @Symbol("austaEnvironment")
  public static class DescriptorImpl extends Descriptor<EnvironmentSite> {
    @NonNull
    @Override
    public String getDisplayName() {
      return "Environment";
    }

    /** The secret files to choose the kubeconfig from. */
    @POST
    public ListBoxModel doFillKubeconfigCredentialsIdItems(
        @QueryParameter String kubeconfigCredentialsId) {
      return CredentialChoice.of(FileCredentials.class).list(kubeconfigCredentialsId);
    }

    /** The secret texts to choose the database's connection URL from. */
    @POST
    public ListBoxModel doFillDatabaseCredentialsIdItems(
        @QueryParameter String databaseCredentialsId) {
      return CredentialChoice.of(StringCredentials.class).list(databaseCredentialsId);
    }

    /** Whether the name can be one in {@code austa.yaml}. */
    @POST
    public FormValidation doCheckName(@QueryParameter String value) {
      return FieldCheck.ifAllowed(() -> FieldCheck.environment(value));
    }

    /** Whether jobs find a secret file of this id. */
    @POST
    public FormValidation doCheckKubeconfigCredentialsId(@QueryParameter String value) {
      return FieldCheck.ifAllowed(
          () ->
              Util.fixEmptyAndTrim(value) == null
                  ? FormValidation.error(
                      "Choose the secret file with the kubeconfig of this environment's cluster.")
                  : CredentialChoice.of(FileCredentials.class).check(value));
    }

    /** Whether jobs find a secret text of this id. */
    @POST
    public FormValidation doCheckDatabaseCredentialsId(@QueryParameter String value) {
      return FieldCheck.ifAllowed(() -> CredentialChoice.of(StringCredentials.class).check(value));
    }

    /** Whether it can be a namespace. */
    @POST
    public FormValidation doCheckNamespace(@QueryParameter String value) {
      return FieldCheck.ifAllowed(() -> FieldCheck.namespace(value));
    }

    /** Whether it is a web address. */
    @POST
    public FormValidation doCheckPublicUrl(@QueryParameter String value) {
      return FieldCheck.ifAllowed(() -> FieldCheck.webAddress(value));
    }

    /** Whether it is a web address. */
    @POST
    public FormValidation doCheckPrometheusUrl(@QueryParameter String value) {
      return FieldCheck.ifAllowed(() -> FieldCheck.webAddress(value));
    }

    /** Says all that a deployment to this environment would lack; changes nothing. */
    @RequirePOST
    public FormValidation doTestConnection(
        @QueryParameter String name,
        @QueryParameter String kubeconfigCredentialsId,
        @QueryParameter String namespace,
        @QueryParameter String prometheusUrl) {
      Jenkins.get().checkPermission(Jenkins.ADMINISTER);
      EnvironmentSite site = new EnvironmentSite(name, kubeconfigCredentialsId);
      site.setNamespace(namespace);
      site.setPrometheusUrl(prometheusUrl);
      return ConnectionTest.of(AustaGlobalConfiguration.get().withDefaults(site));
    }
  }
}
