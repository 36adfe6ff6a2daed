package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Run;
import java.util.Set;
import jenkins.model.Jenkins;

/** The level of objects a permission is asked for. */
public final class PermissionScope {
  /** The controller itself. */
  public static final PermissionScope JENKINS = new PermissionScope(Jenkins.class);

  /** A group of items. */
  public static final PermissionScope ITEM_GROUP = new PermissionScope(ItemGroup.class, JENKINS);

  /** An item. */
  public static final PermissionScope ITEM = new PermissionScope(Item.class, ITEM_GROUP);

  /** A build. */
  public static final PermissionScope RUN = new PermissionScope(Run.class, ITEM);

  /** An agent. */
  public static final PermissionScope COMPUTER = new PermissionScope(Computer.class, JENKINS);

  /** The type of the objects. */
  public final Class<? extends ModelObject> modelClass;

  private final Set<PermissionScope> containers;

  /** Names the objects {@code modelClass}, which live in {@code containers}. */
  public PermissionScope(Class<? extends ModelObject> modelClass, PermissionScope... containers) {
    this.modelClass = modelClass;
    this.containers = Set.of(containers);
  }

  /** Returns whether this is {@code s} or lives somewhere in it. */
  public boolean isContainedBy(@NonNull PermissionScope s) {
    return this == s || containers.stream().anyMatch(each -> each.isContainedBy(s));
  }
}
