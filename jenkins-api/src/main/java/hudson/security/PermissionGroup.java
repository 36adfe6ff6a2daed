package hudson.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jvnet.localizer.Localizable;

/** The permissions on one type of object. */
public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
  /** The type of the objects. */
  @NonNull public final Class owner;

  /** What people call the group. */
  public final Localizable title;

  private final List<Permission> permissions = new CopyOnWriteArrayList<>();

  /** Groups the permissions on {@code owner}. */
  public PermissionGroup(@NonNull Class owner, Localizable title) throws IllegalStateException {
    this.owner = owner;
    this.title = title;
  }

  /** Returns the permissions; the iterator cannot remove. */
  @Override
  public Iterator<Permission> iterator() {
    return permissions.iterator();
  }

  /** Returns the permissions; the list cannot be changed. */
  @NonNull
  public List<Permission> getPermissions() {
    return List.copyOf(permissions);
  }

  /** Returns the permission called {@code name}, or null. */
  public @CheckForNull Permission find(@NonNull String name) {
    return permissions.stream().filter(each -> each.name.equals(name)).findFirst().orElse(null);
  }

  /** Returns the name of the type of the objects. */
  public @NonNull String getOwnerClassName() {
    return owner.getName();
  }

  /** Orders by the names of the owners. */
  @Override
  public int compareTo(@NonNull PermissionGroup that) {
    return getOwnerClassName().compareTo(that.getOwnerClassName());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PermissionGroup that && owner == that.owner;
  }

  @Override
  public int hashCode() {
    return owner.hashCode();
  }

  @Override
  public String toString() {
    return "PermissionGroup[" + getOwnerClassName() + "]";
  }

  void add(Permission permission) {
    permissions.add(permission);
  }
}
