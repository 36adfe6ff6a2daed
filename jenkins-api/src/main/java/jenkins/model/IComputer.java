package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ModelObject;
import hudson.security.ACL;
import hudson.security.AccessControlled;

/** A machine builds run on, as pages show it. */
public interface IComputer extends AccessControlled, ModelObject, Named {
  /** Returns whether builds cannot run here now. */
  boolean isOffline();

  /** Returns whether builds can run here now. */
  boolean isOnline();

  /** Returns the path from the root, ending in a slash. */
  @NonNull
  String getUrl();

  @NonNull
  @Override
  default ACL getACL() {
    return Jenkins.get().getACL();
  }
}
