package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.security.Permission;
import java.util.Locale;
import jenkins.model.Jenkins;

/** A page below <em>Manage Jenkins</em>. */
public abstract class ManagementLink implements ExtensionPoint, Action {
  /** Returns the icon, null for no link. */
  @Override
  public abstract @CheckForNull String getIconFileName();

  /** Returns one sentence that says what the page is for. */
  public String getDescription() {
    return "";
  }

  /** Returns the path below the controller, null when there is no page. */
  @Override
  public abstract @CheckForNull String getUrlName();

  /** Returns what one must be allowed to see the link. */
  public @NonNull Permission getRequiredPermission() {
    return Jenkins.ADMINISTER;
  }

  /** Returns the group the link is shown in. */
  public @NonNull Category getCategory() {
    return Category.UNCATEGORIZED;
  }

  /** Returns all pages. */
  public static @NonNull ExtensionList<ManagementLink> all() {
    return ExtensionList.lookup(ManagementLink.class);
  }

  /** The groups of links. */
  public enum Category {
    /** Settings. */
    CONFIGURATION,
    /** Who may do what. */
    SECURITY,
    /** How the controller is. */
    STATUS,
    /** Finding out what is wrong. */
    TROUBLESHOOTING,
    /** What administrators work with. */
    TOOLS,
    /** Anything else. */
    MISC,
    /** Not said. */
    UNCATEGORIZED;

    /** Returns what people call the group. */
    public @NonNull String getLabel() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }
}
