package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.AbstractCIBase;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.DescriptorByNameOwner;
import hudson.model.Hudson;
import hudson.model.Item;
import hudson.model.TopLevelItem;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.slaves.Cloud;
import hudson.util.DescribableList;
import io.jenkins.plugins.austa.jenkinsapi.Identity;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import io.jenkins.plugins.austa.jenkinsapi.JenkinsHost;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.util.NonLocalizable;
import jenkins.util.io.OnMaster;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** The controller; what it knows comes from the installed {@link JenkinsHost}. Thread-safe. */
@SuppressWarnings("deprecation")
public class Jenkins extends AbstractCIBase
    implements DescriptorByNameOwner, AccessControlled, OnMaster, Loadable {
  /** The permissions on the controller. */
  public static final PermissionGroup PERMISSIONS = Permission.HUDSON_PERMISSIONS;

  /** Everything. */
  public static final Permission ADMINISTER = Permission.HUDSON_ADMINISTER;

  /** Managing what does not endanger the controller; asked for only where it is switched on. */
  public static final Permission MANAGE = optional("Manage", "jenkins.security.ManagePermission");

  /** Seeing all settings; asked for only where it is switched on. */
  public static final Permission SYSTEM_READ =
      optional("SystemRead", "jenkins.security.SystemReadPermission");

  /** Seeing the controller at all. */
  public static final Permission READ =
      new Permission(
          PERMISSIONS,
          "Read",
          new NonLocalizable("Read"),
          Permission.READ,
          PermissionScope.JENKINS);

  private static volatile Jenkins theInstance;

  /** Where nodes can be had from on demand; the host has none of its own. */
  public final Hudson.CloudList clouds = new Hudson.CloudList(this);

  private final JenkinsHost host;
  private final Map<Class<?>, ExtensionList<?>> extensionLists = new ConcurrentHashMap<>();
  private final Map<Class<?>, DescriptorExtensionList<?, ?>> descriptorLists =
      new ConcurrentHashMap<>();

  private Jenkins(JenkinsHost host) {
    this.host = host;
  }

  private static Permission optional(String name, String switchedOnBy) {
    return new Permission(
        PERMISSIONS,
        name,
        new NonLocalizable(name),
        ADMINISTER,
        Boolean.getBoolean(switchedOnBy),
        new PermissionScope[] {PermissionScope.JENKINS});
  }

  /**
   * Returns the controller.
   *
   * @throws IllegalStateException when no host is installed
   */
  @NonNull
  public static Jenkins get() throws IllegalStateException {
    Jenkins instance = getInstanceOrNull();
    if (instance == null) {
      throw new IllegalStateException(
          "Jenkins.instance is missing: no host is installed. Call HostJenkins.install first");
    }
    return instance;
  }

  /** Returns the controller, null when no host is installed. */
  @CheckForNull
  public static Jenkins getInstanceOrNull() {
    JenkinsHost current = InstalledHost.find().orElse(null);
    Jenkins known = theInstance;
    if (current == null) {
      return null;
    }
    return known != null && known.host == current ? known : of(current);
  }

  private static synchronized Jenkins of(JenkinsHost current) {
    if (theInstance == null || theInstance.host != current) {
      theInstance = new Jenkins(current);
    }
    return theInstance;
  }

  /** Returns who this thread acts as, the controller itself unless told otherwise. */
  public static @NonNull Authentication getAuthentication2() {
    return Identity.current().orElse(ACL.SYSTEM2);
  }

  @Override
  public File getRootDir() {
    return host.rootDir();
  }

  /** Returns the public address, ending in a slash; null when it is not known. */
  public @Nullable String getRootUrl() throws IllegalStateException {
    return host.rootUrl().orElse(null);
  }

  @Override
  public String getDisplayName() {
    return "Jenkins";
  }

  @Override
  public @NonNull String getFullName() {
    return "";
  }

  @Override
  public String getFullDisplayName() {
    return "";
  }

  @Override
  public String getSearchUrl() {
    return "";
  }

  @Override
  public String getUrlChildPrefix() {
    return "job";
  }

  /** Returns 0: builds have machines of their own. */
  @Override
  public int getNumExecutors() {
    return 0;
  }

  @Override
  public @CheckForNull FilePath getRootPath() {
    return new FilePath(getRootDir());
  }

  /** Returns the extensions that are a {@code extensionType}; always the same list. */
  @SuppressWarnings("unchecked")
  public @NonNull <T> ExtensionList<T> getExtensionList(Class<T> extensionType) {
    return (ExtensionList<T>)
        extensionLists.computeIfAbsent(extensionType, type -> ExtensionList.create(this, type));
  }

  /** Returns the descriptors of {@code type} and its subtypes; always the same list. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public @NonNull <T extends Describable<T>, D extends Descriptor<T>>
      DescriptorExtensionList<T, D> getDescriptorList(Class<T> type) {
    return (DescriptorExtensionList<T, D>)
        descriptorLists.computeIfAbsent(
            type, t -> DescriptorExtensionList.createDescriptorList(this, (Class) t));
  }

  /** Returns the descriptor with this {@link Descriptor#getId id}, or null. */
  @SuppressWarnings("rawtypes")
  public @CheckForNull Descriptor getDescriptor(String id) {
    for (Descriptor each : getExtensionList(Descriptor.class)) {
      if (each.getId().equals(id)) {
        return each;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Descriptor getDescriptorByName(String id) {
    return getDescriptor(id);
  }

  /** Returns the descriptor of exactly {@code type}, or null. */
  @SuppressWarnings("rawtypes")
  @CheckForNull
  public Descriptor getDescriptor(Class<? extends Describable> type) {
    for (Descriptor each : getExtensionList(Descriptor.class)) {
      if (each.clazz == type) {
        return each;
      }
    }
    return null;
  }

  /**
   * Returns the descriptor of exactly {@code type}.
   *
   * @throws AssertionError when there is none
   */
  @SuppressWarnings("rawtypes")
  @NonNull
  public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
    Descriptor found = getDescriptor(type);
    if (found == null) {
      throw new AssertionError(type + " is missing its descriptor");
    }
    return found;
  }

  /** Returns the descriptor whose own class is exactly {@code type}, or null. */
  @SuppressWarnings("rawtypes")
  @CheckForNull
  public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
    for (Descriptor each : getExtensionList(Descriptor.class)) {
      if (each.getClass() == type) {
        return type.cast(each);
      }
    }
    return null;
  }

  /** Returns the items directly below; the host's jobs are found by name alone. */
  @Override
  public List<TopLevelItem> getItems() {
    return List.of();
  }

  @Override
  public @CheckForNull TopLevelItem getItem(String name) throws AccessDeniedException {
    return getItemByFullName(name, TopLevelItem.class);
  }

  /** Returns the item with this {@link Item#getFullName}, or null. */
  public @CheckForNull Item getItemByFullName(String fullName) {
    return getItemByFullName(fullName, Item.class);
  }

  /** Returns the item with this {@link Item#getFullName} if it is a {@code type}, or null. */
  public @CheckForNull <T extends Item> T getItemByFullName(@NonNull String fullName, Class<T> type)
      throws AccessDeniedException {
    return host.item(fullName).filter(type::isInstance).map(type::cast).orElse(null);
  }

  @Override
  public File getRootDirFor(TopLevelItem child) {
    return new File(new File(getRootDir(), "jobs"), child.getName());
  }

  @Override
  public void onDeleted(TopLevelItem item) throws IOException {
    throw new UnsupportedOperationException("Jenkins.onDeleted: the host keeps its items");
  }

  /** Returns the user called {@code name}, made if unknown. */
  public @CheckForNull User getUser(String name) {
    return User.getById(name, true);
  }

  @Override
  public @NonNull ACL getACL() {
    return ACL.lambda2(host::permits);
  }

  /** Writes the settings; the host keeps none. */
  @Override
  public synchronized void save() throws IOException {}

  /** Reads the settings; the host keeps none. */
  @Override
  public void load() throws IOException {}

  /** The clouds, by the order of the configuration. */
  public static class CloudList extends DescribableList<Cloud, Descriptor<Cloud>> {
    /** Starts empty. */
    public CloudList(Jenkins h) {
      super(h);
    }
  }
}
