package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.search.SearchableModelObject;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import jenkins.model.Named;
import jenkins.util.NonLocalizable;
import jenkins.util.io.OnMaster;

/** Something people configure on the controller, such as a job. */
public interface Item
    extends PersistenceRoot,
        FullyNamedModelObject,
        SearchableModelObject,
        FullyNamed,
        Named,
        AccessControlled,
        OnMaster {
  /** The permissions on items. */
  PermissionGroup PERMISSIONS = new PermissionGroup(Item.class, new NonLocalizable("Job"));

  /** Making items. */
  Permission CREATE =
      new Permission(
          PERMISSIONS,
          "Create",
          new NonLocalizable("Create"),
          Permission.CREATE,
          PermissionScope.ITEM_GROUP);

  /** Deleting items. */
  Permission DELETE =
      new Permission(
          PERMISSIONS,
          "Delete",
          new NonLocalizable("Delete"),
          Permission.DELETE,
          PermissionScope.ITEM);

  /** Changing items. */
  Permission CONFIGURE =
      new Permission(
          PERMISSIONS,
          "Configure",
          new NonLocalizable("Configure"),
          Permission.CONFIGURE,
          PermissionScope.ITEM);

  /** Seeing items. */
  Permission READ =
      new Permission(
          PERMISSIONS, "Read", new NonLocalizable("Read"), Permission.READ, PermissionScope.ITEM);

  /** Knowing that items exist. */
  Permission DISCOVER =
      new Permission(
          PERMISSIONS, "Discover", new NonLocalizable("Discover"), READ, PermissionScope.ITEM);

  /** Seeing how items are configured; asked for only where it is switched on. */
  Permission EXTENDED_READ =
      new Permission(
          PERMISSIONS,
          "ExtendedRead",
          new NonLocalizable("Extended read"),
          CONFIGURE,
          Boolean.getBoolean("hudson.security.ExtendedReadPermission"),
          new PermissionScope[] {PermissionScope.ITEM});

  /** Starting builds. */
  Permission BUILD =
      new Permission(
          PERMISSIONS,
          "Build",
          new NonLocalizable("Build"),
          Permission.UPDATE,
          PermissionScope.ITEM);

  /** Looking into workspaces. */
  Permission WORKSPACE =
      new Permission(
          PERMISSIONS,
          "Workspace",
          new NonLocalizable("Workspace"),
          Permission.READ,
          PermissionScope.ITEM);

  /** Stopping builds. */
  Permission CANCEL =
      new Permission(
          PERMISSIONS,
          "Cancel",
          new NonLocalizable("Cancel"),
          Permission.UPDATE,
          PermissionScope.ITEM);

  /** Returns what holds this item. */
  ItemGroup<? extends Item> getParent();

  /** Returns the jobs that make up this item. */
  Collection<? extends Job> getAllJobs();

  @Override
  @NonNull
  String getName();

  @Override
  @NonNull
  String getFullName();

  @Override
  String getDisplayName();

  /** Returns the path from the root, ending in a slash. */
  String getUrl();

  /** Returns the path from the parent, ending in a slash. */
  String getShortUrl();

  /** Called after reading from disk. */
  void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException;

  /** Called when this is a copy of {@code src}. */
  void onCopiedFrom(Item src);

  /** Called when this was made from nothing. */
  default void onCreatedFromScratch() {}

  @Override
  void save() throws IOException;

  /** Removes the item. */
  void delete() throws IOException, InterruptedException;
}
