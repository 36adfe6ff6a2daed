package io.jenkins.plugins.austa.plugin.site;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** <em>Manage Jenkins › AUSTA Pipeline</em>: where the environments are, and what all jobs get. */
@Extension
@Symbol("austaPipeline")
public class AustaGlobalConfiguration extends GlobalConfiguration {
  private volatile List<EnvironmentSite> environments = new ArrayList<>();
  private volatile String prometheusUrl;
  private volatile String slackUrl;
  private volatile String auditFolder;
  private volatile boolean offerLibrary = true;

  /** Loads what was saved. */
  @DataBoundConstructor
  public AustaGlobalConfiguration() {
    load();
  }

  /** The one instance. */
  public static AustaGlobalConfiguration get() {
    return ExtensionList.lookupSingleton(AustaGlobalConfiguration.class);
  }

  @NonNull
  @Override
  public String getDisplayName() {
    return "AUSTA Pipeline";
  }

  /** The environments, in no order of importance. */
  public List<EnvironmentSite> getEnvironments() {
    return List.copyOf(environments);
  }

  /**
   * Replaces the environments.
   *
   * @throws IllegalArgumentException when two have the same name, so that one would be ignored
   */
  @DataBoundSetter
  public void setEnvironments(List<EnvironmentSite> environments) {
    List<EnvironmentSite> given = Util.fixNull(environments);
    twice(given)
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(message(name));
            });
    this.environments = new ArrayList<>(given);
    save();
  }

  /** The base address of Prometheus for environments that name none, or null. */
  public String getPrometheusUrl() {
    return prometheusUrl;
  }

  /** Sets the base address of Prometheus for environments that name none. */
  @DataBoundSetter
  public void setPrometheusUrl(String prometheusUrl) {
    this.prometheusUrl = Util.fixEmptyAndTrim(prometheusUrl);
    save();
  }

  /** The base address of Slack's API when it is not the public one (a proxy, a test), or null. */
  public String getSlackUrl() {
    return slackUrl;
  }

  /** Sets the base address of Slack's API. */
  @DataBoundSetter
  public void setSlackUrl(String slackUrl) {
    this.slackUrl = Util.fixEmptyAndTrim(slackUrl);
    save();
  }

  /** Where audit records outlive their builds; null for the place in Jenkins' home. */
  public String getAuditFolder() {
    return auditFolder;
  }

  /** Sets where audit records outlive their builds. */
  @DataBoundSetter
  public void setAuditFolder(String auditFolder) {
    this.auditFolder = Util.fixEmptyAndTrim(auditFolder);
    save();
  }

  /** Whether jobs get the shared library that the plugin carries; true unless switched off. */
  public boolean isOfferLibrary() {
    return offerLibrary;
  }

  /** Sets whether jobs get the shared library that the plugin carries. */
  @DataBoundSetter
  public void setOfferLibrary(boolean offerLibrary) {
    this.offerLibrary = offerLibrary;
    save();
  }

  /** Whether it is a web address. */
  @POST
  public FormValidation doCheckPrometheusUrl(@QueryParameter String value) {
    return FieldCheck.ifAllowed(() -> FieldCheck.webAddress(value));
  }

  /** Whether a token may be sent there. */
  @POST
  public FormValidation doCheckSlackUrl(@QueryParameter String value) {
    return FieldCheck.ifAllowed(() -> FieldCheck.slackApi(value));
  }

  /** Whether records can be kept there. */
  @POST
  public FormValidation doCheckAuditFolder(@QueryParameter String value) {
    return FieldCheck.ifAllowed(
        () ->
            AuditPlace.of(value)
                .problem()
                .map(FormValidation::error)
                .orElseGet(FormValidation::ok));
  }

  /**
   * Takes the form. Also takes away the last environment, which a form tells by leaving the key
   * out.
   *
   * @throws FormException when two environments have the same name; then nothing is changed
   */
  @Override
  public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
    checkEnvironments(request.bindJSONToList(EnvironmentSite.class, json.opt("environments")));
    return super.configure(request, json);
  }

  /** Does with a form's environments what the binding of the form does not. */
  void checkEnvironments(List<EnvironmentSite> given) throws FormException {
    Optional<String> name = twice(given);
    if (name.isPresent()) {
      throw new FormException(message(name.get()), "environments");
    }
    if (given.isEmpty()) {
      setEnvironments(List.of());
    }
  }

  /** The place of an environment with defaults filled in, if the administrator has named it. */
  public Optional<EnvironmentSite> environment(String name) {
    return environments.stream()
        .filter(site -> site.getName().equals(name))
        .findFirst()
        .map(this::withDefaults);
  }

  /** An environment with what all have in common, where it says nothing itself. */
  EnvironmentSite withDefaults(EnvironmentSite site) {
    return site.getPrometheusUrl() == null ? site.withPrometheus(prometheusUrl) : site;
  }

  private static Optional<String> twice(List<EnvironmentSite> sites) {
    List<String> names = sites.stream().map(EnvironmentSite::getName).sorted().toList();
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i).equals(names.get(i - 1))) {
        return Optional.of(names.get(i));
      }
    }
    return Optional.empty();
  }

  private static String message(String name) {
    return "There are two environments named \"" + name + "\". Rename or delete one of them.";
  }
}
