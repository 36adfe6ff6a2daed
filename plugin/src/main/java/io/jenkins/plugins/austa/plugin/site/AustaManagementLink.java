package io.jenkins.plugins.austa.plugin.site;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor.FormException;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/**
 * The page <em>Manage Jenkins › AUSTA Pipeline</em>. It shows the same settings as <em>System</em>
 * does, on a page that is not shared with all of Jenkins.
 */
@Extension
public class AustaManagementLink extends ManagementLink {
  @Override
  public String getIconFileName() {
    return "symbol-swap";
  }

  @Override
  public String getDisplayName() {
    return "AUSTA Pipeline";
  }

  @Override
  public String getDescription() {
    return "Environments, their clusters and credentials, Prometheus, Slack and the audit folder.";
  }

  @Override
  public String getUrlName() {
    return "austa-pipeline";
  }

  /** Those who may see all settings see these, without being able to change them. */
  @NonNull
  @Override
  public Permission getRequiredPermission() {
    return Jenkins.SYSTEM_READ;
  }

  @NonNull
  @Override
  public Category getCategory() {
    return Category.CONFIGURATION;
  }

  /** The settings, for the page. */
  public AustaGlobalConfiguration getSettings() {
    return AustaGlobalConfiguration.get();
  }

  /**
   * Saves the form.
   *
   * @throws FormException when a value cannot be saved
   */
  @RequirePOST
  public void doConfigSubmit(StaplerRequest2 request, StaplerResponse2 response)
      throws IOException, ServletException, FormException {
    Jenkins.get().checkPermission(Jenkins.ADMINISTER);
    AustaGlobalConfiguration settings = getSettings();
    String key = settings.getJsonSafeClassName();
    JSONObject form = request.getSubmittedForm();
    if (!form.has(key)) {
      // Taken for an empty form, it would delete every environment.
      throw new FormException("The form of " + getDisplayName() + " was not submitted.", key);
    }
    settings.configure(request, form.getJSONObject(key));
    response.sendRedirect2(".."); // the page of all settings
  }
}
