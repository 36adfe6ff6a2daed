package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** A part of the controller's settings that describes itself. */
public abstract class GlobalConfiguration extends Descriptor<GlobalConfiguration>
    implements ExtensionPoint, Describable<GlobalConfiguration> {
  /** Describes itself. */
  @SuppressWarnings("unchecked")
  protected GlobalConfiguration() {
    super(self());
  }

  @Override
  public final Descriptor<GlobalConfiguration> getDescriptor() {
    return this;
  }

  @Override
  public String getGlobalConfigPage() {
    return "config";
  }

  @Override
  public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
    req.bindJSON(this, json);
    return true;
  }

  /** Returns all parts. */
  public static @NonNull ExtensionList<GlobalConfiguration> all() {
    return ExtensionList.lookup(GlobalConfiguration.class);
  }
}
