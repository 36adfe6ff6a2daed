package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import io.jenkins.plugins.austa.jenkinsapi.JenkinsHost;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import org.springframework.security.core.Authentication;

/** Somebody who uses the controller. Ids differ in more than case. */
@SuppressFBWarnings(
    value = "EQ_COMPARETO_USE_OBJECT_EQUALS",
    justification = "the real type has this shape")
public class User extends AbstractModelObject
    implements AccessControlled, DescriptorByNameOwner, Loadable, Saveable, Comparable<User> {
  private final String id;
  private volatile String fullName;
  private volatile String description;

  private User(String id) {
    this.id = id;
    this.fullName = id;
  }

  /** Returns the user called {@code id}, or null when unknown and not to be created. */
  public static @Nullable User getById(String id, boolean create) {
    String key = id.toLowerCase(Locale.ROOT);
    JenkinsHost host = InstalledHost.get();
    return create ? host.users().computeIfAbsent(key, k -> new User(id)) : host.users().get(key);
  }

  /** Returns the user this thread acts as, null for nobody and for the controller itself. */
  public static @CheckForNull User current() {
    return get2(Jenkins.getAuthentication2());
  }

  /** Returns the user of {@code a}, null for nobody and for the controller itself. */
  public static @CheckForNull User get2(@CheckForNull Authentication a) {
    if (a == null || ACL.isAnonymous2(a) || ACL.SYSTEM2.equals(a)) {
      return null;
    }
    return getById(a.getName(), true);
  }

  /** Returns all known users. */
  public static @NonNull Collection<User> getAll() {
    return List.copyOf(InstalledHost.get().users().values());
  }

  /** Returns the unique name. */
  public @NonNull String getId() {
    return id;
  }

  /** Returns the path of the user's page. */
  public @NonNull String getUrl() {
    return "user/" + id;
  }

  /** Returns the path of the user's page from the root. */
  @Override
  public @NonNull String getSearchUrl() {
    return "/user/" + id;
  }

  /** Returns the name people read, the id unless set. */
  public @NonNull String getFullName() {
    return fullName;
  }

  /** Sets the name people read; blank stands for the id. */
  public void setFullName(String name) {
    this.fullName = name == null || name.isBlank() ? id : name;
  }

  /** Returns a description, or null. */
  public @CheckForNull String getDescription() {
    return description;
  }

  /** Sets a description, null for none. */
  public void setDescription(String description) {
    this.description = description;
  }

  @Override
  public @NonNull String getDisplayName() {
    return getFullName();
  }

  @Override
  public @NonNull ACL getACL() {
    return Jenkins.get().getACL();
  }

  /** Writes the user's settings; the host keeps none. */
  @Override
  public synchronized void save() throws IOException {}

  /** Reads the user's settings; the host keeps none. */
  @Override
  public void load() {}

  @Override
  public int compareTo(@NonNull User that) {
    return id.compareToIgnoreCase(that.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
