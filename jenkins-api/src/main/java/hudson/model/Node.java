package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import jenkins.model.Jenkins;
import jenkins.util.io.OnMaster;

/** A machine builds run on, as configured. */
public abstract class Node extends AbstractModelObject
    implements ExtensionPoint, AccessControlled, OnMaster, PersistenceRoot {
  /** Returns the name, empty for the controller. */
  public abstract @NonNull String getNodeName();

  /** Returns how many builds may run at once. */
  public abstract int getNumExecutors();

  /** Returns the directory builds work below, null while off line. */
  public abstract @CheckForNull FilePath getRootPath();

  @Override
  public String getDisplayName() {
    return getNodeName();
  }

  @Override
  public @NonNull String getSearchUrl() {
    return "computer/" + getNodeName();
  }

  /** Returns the running machine, null while there is none. */
  @CheckForNull
  public final Computer toComputer() {
    return InstalledHost.get().computer(getNodeName()).orElse(null);
  }

  /** Returns the connection to the machine, null while off line. */
  public final @CheckForNull VirtualChannel getChannel() {
    FilePath root = getRootPath();
    return root == null ? null : root.getChannel();
  }

  @Override
  public @NonNull ACL getACL() {
    return Jenkins.get().getACL();
  }
}
