package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;

/** Base of the controller. */
public abstract class AbstractCIBase extends Node
    implements ItemGroup<TopLevelItem>, AccessControlled, DescriptorByNameOwner {
  /** Returns the empty name of the controller. */
  @NonNull
  @Deprecated
  @Override
  public String getNodeName() {
    return "";
  }

  /** Returns the empty path: the controller is the root. */
  @Override
  @Deprecated
  public String getUrl() {
    return "";
  }
}
