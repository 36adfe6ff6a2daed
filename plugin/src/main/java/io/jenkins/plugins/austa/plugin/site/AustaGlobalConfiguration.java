package io.jenkins.plugins.austa.plugin.site;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** <em>Manage Jenkins › AUSTA Pipeline</em>: where the environments are, and what all jobs get. */
@Extension
@Symbol("austaPipeline")
public class AustaGlobalConfiguration extends GlobalConfiguration {
  private List<EnvironmentSite> environments = new ArrayList<>();
  private String slackUrl;
  private boolean offerLibrary = true;

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

  /** Replaces the environments. */
  @DataBoundSetter
  public void setEnvironments(List<EnvironmentSite> environments) {
    this.environments = new ArrayList<>(environments);
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

  /** Also takes away the last environment, which a form tells by leaving the key out. */
  @Override
  public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
    if (!json.has("environments")) {
      setEnvironments(List.of());
    }
    return super.configure(request, json);
  }

  /** The place of an environment, if the administrator has named it. */
  public Optional<EnvironmentSite> environment(String name) {
    return environments.stream().filter(site -> site.getName().equals(name)).findFirst();
  }
}
