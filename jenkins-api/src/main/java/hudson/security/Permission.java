package hudson.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.Set;
import jenkins.model.Jenkins;
import jenkins.util.NonLocalizable;
import org.jvnet.localizer.Localizable;

/** Something one may be allowed to do. */
public final class Permission {
  /** The permissions all others are implied by. */
  @Deprecated
  public static final PermissionGroup HUDSON_PERMISSIONS =
      new PermissionGroup(Jenkins.class, new NonLocalizable("Overall"));

  /** Everything. */
  @Deprecated
  public static final Permission HUDSON_ADMINISTER =
      new Permission(
          HUDSON_PERMISSIONS,
          "Administer",
          new NonLocalizable("Administer"),
          null,
          PermissionScope.JENKINS);

  /** The permissions that the concrete ones are implied by. */
  public static final PermissionGroup GROUP =
      new PermissionGroup(Permission.class, new NonLocalizable("Generic"));

  /** Reading in general. */
  public static final Permission READ = generic("GenericRead", HUDSON_ADMINISTER);

  /** Writing in general. */
  public static final Permission WRITE = generic("GenericWrite", HUDSON_ADMINISTER);

  /** Creating in general. */
  public static final Permission CREATE = generic("GenericCreate", WRITE);

  /** Changing in general. */
  public static final Permission UPDATE = generic("GenericUpdate", WRITE);

  /** Deleting in general. */
  public static final Permission DELETE = generic("GenericDelete", WRITE);

  /** Configuring in general. */
  public static final Permission CONFIGURE = generic("GenericConfigure", UPDATE);

  /** The type of object this is about. */
  public final @NonNull Class owner;

  /** The permissions on the same type. */
  public final @NonNull PermissionGroup group;

  /** A name, unique in its group. */
  public final @NonNull String name;

  /** What people read, null for nothing. */
  public final @CheckForNull Localizable description;

  /** Whoever has this one has the permission too; null for none. */
  public final @CheckForNull Permission impliedBy;

  /** Whether it is asked for at all; where it is not, the one it is implied by is. */
  @SuppressFBWarnings(
      value = "PA_PUBLIC_PRIMITIVE_ATTRIBUTE",
      justification = "the real type has this shape")
  public boolean enabled;

  private final Set<PermissionScope> scopes;

  /**
   * Adds a permission to {@code group}.
   *
   * @param enable whether it is asked for at all
   * @throws IllegalStateException when the group has one of this name
   */
  public Permission(
      @NonNull PermissionGroup group,
      @NonNull String name,
      @CheckForNull Localizable description,
      @CheckForNull Permission impliedBy,
      boolean enable,
      @NonNull PermissionScope[] scopes)
      throws IllegalStateException {
    if (group.find(name) != null) {
      throw new IllegalStateException(group + " has a permission " + name + " already");
    }
    this.owner = group.owner;
    this.group = group;
    this.name = name;
    this.description = description;
    this.impliedBy = impliedBy;
    this.enabled = enable;
    this.scopes = Set.of(scopes);
    group.add(this);
  }

  /** Adds a permission to {@code group} that is asked for on {@code scope}. */
  public Permission(
      @NonNull PermissionGroup group,
      @NonNull String name,
      @Nullable Localizable description,
      @Nullable Permission impliedBy,
      @NonNull PermissionScope scope) {
    this(group, name, description, impliedBy, true, new PermissionScope[] {scope});
  }

  private static Permission generic(String name, Permission impliedBy) {
    return new Permission(GROUP, name, null, impliedBy, PermissionScope.JENKINS);
  }

  /** Returns whether it is asked for on {@code s} or something in it. */
  public boolean isContainedBy(@NonNull PermissionScope s) {
    return scopes.stream().anyMatch(each -> each.isContainedBy(s));
  }

  /** Returns a name unique among all permissions. */
  public @NonNull String getId() {
    return owner.getName() + '.' + name;
  }

  /** Returns whether it is asked for. */
  public boolean getEnabled() {
    return enabled;
  }

  /** Says whether it is asked for. */
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Permission that && getId().equals(that.getId());
  }

  @Override
  public int hashCode() {
    return getId().hashCode();
  }

  @Override
  public String toString() {
    return "Permission[" + owner + ',' + name + ']';
  }
}
