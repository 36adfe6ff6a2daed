package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;

/** Base of the items. */
public abstract class AbstractItem extends Actionable
    implements Loadable, Item, DescriptorByNameOwner {
  /** Unique among the items of the parent. */
  protected transient String name;

  /** What people read on the item's page, null for nothing. */
  protected volatile String description;

  /** What people call the item, null for its name. */
  protected String displayName;

  private transient ItemGroup parent;

  /** Makes an item called {@code name} in {@code parent}. */
  protected AbstractItem(ItemGroup parent, String name) {
    this.parent = parent;
    this.name = name;
  }

  @Override
  public @NonNull String getName() {
    return name;
  }

  @Override
  public @NonNull String getDisplayName() {
    return displayName == null ? name : displayName;
  }

  /** Returns what people call the item, null where it is the name. */
  public @CheckForNull String getDisplayNameOrNull() {
    return displayName;
  }

  /** Sets what people call the item, null for its name. */
  public void setDisplayNameOrNull(String displayName) throws IOException {
    this.displayName = displayName;
    save();
  }

  /** Sets what people call the item; blank stands for its name. */
  public void setDisplayName(String displayName) throws IOException {
    setDisplayNameOrNull(displayName == null || displayName.isBlank() ? null : displayName.trim());
  }

  /** Returns what people read on the item's page, or null. */
  public String getDescription() {
    return description;
  }

  /** Sets what people read on the item's page, null for nothing. */
  public void setDescription(String description) throws IOException {
    this.description = description;
    save();
  }

  @Override
  public ItemGroup getParent() {
    return parent;
  }

  @Override
  public File getRootDir() {
    return new File(new File(parent.getRootDir(), "jobs"), name);
  }

  @Override
  public final @NonNull String getFullName() {
    String above = parent.getFullName();
    return above.isEmpty() ? name : above + '/' + name;
  }

  @Override
  public final String getFullDisplayName() {
    String above = parent.getFullDisplayName();
    return above.isEmpty() ? getDisplayName() : above + " » " + getDisplayName();
  }

  @Override
  public final String getUrl() {
    return parent.getUrl() + getShortUrl();
  }

  @Override
  public String getShortUrl() {
    return parent.getUrlChildPrefix() + '/' + name + '/';
  }

  /** Returns the whole address, {@link Jenkins#getRootUrl} included. */
  public final String getAbsoluteUrl() {
    String root = Jenkins.get().getRootUrl();
    if (root == null) {
      throw new IllegalStateException("the controller's address is not known");
    }
    return root + getUrl();
  }

  @Override
  public String getSearchUrl() {
    return getShortUrl();
  }

  @Override
  public @NonNull ACL getACL() {
    return Jenkins.get().getACL();
  }

  @Override
  public abstract Collection<? extends Job> getAllJobs();

  @Override
  public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
    this.parent = parent;
    this.name = name;
  }

  @Override
  public void onCopiedFrom(Item src) {}

  /** Writes the settings; the host keeps none. */
  @Override
  public synchronized void save() throws IOException {}

  /** Reads the settings; the host keeps none. */
  @Override
  public void load() throws IOException {}

  /**
   * Removes the item.
   *
   * @throws UnsupportedOperationException always: the host keeps what it was given
   */
  @Override
  public void delete() throws IOException, InterruptedException {
    throw new UnsupportedOperationException("AbstractItem.delete: the host keeps " + getFullName());
  }

  @Override
  public String toString() {
    return getClass().getName() + '[' + getFullName() + ']';
  }
}
