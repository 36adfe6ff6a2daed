package hudson.slaves;

import hudson.ExtensionPoint;
import hudson.model.Actionable;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import jenkins.model.Jenkins;

/** Somewhere nodes can be had from on demand. */
public abstract class Cloud extends Actionable
    implements ExtensionPoint, Describable<Cloud>, AccessControlled {
  /** The name by which pipelines choose it. */
  public String name;

  /** With a name that no other cloud has. */
  protected Cloud(String name) {
    this.name = name;
  }

  @Override
  public String getDisplayName() {
    return name;
  }

  @Override
  public String getSearchUrl() {
    return "cloud/" + name + "/";
  }

  @Override
  public ACL getACL() {
    return Jenkins.get().getACL();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Descriptor<Cloud> getDescriptor() {
    return Jenkins.get().getDescriptorOrDie(getClass());
  }
}
