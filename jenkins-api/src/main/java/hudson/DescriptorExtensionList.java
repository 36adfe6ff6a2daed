package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Describable;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * All descriptors of one describable type.
 *
 * @param <T> the describable type
 * @param <D> type of its descriptors
 */
public class DescriptorExtensionList<T extends Describable<T>, D extends Descriptor<T>>
    extends ExtensionList<D> {
  private final Class<T> describableType;

  /** Prepares the list; nothing is loaded yet. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  protected DescriptorExtensionList(Jenkins jenkins, Class<T> describableType) {
    super(jenkins, (Class) Descriptor.class);
    this.describableType = describableType;
  }

  /** Makes a list that loads itself when first read. */
  public static <T extends Describable<T>, D extends Descriptor<T>>
      DescriptorExtensionList<T, D> createDescriptorList(
          Jenkins jenkins, Class<T> describableType) {
    return new DescriptorExtensionList<>(jenkins, describableType);
  }

  /** Returns the descriptor of exactly {@code type}, or null. */
  public @CheckForNull D find(Class<? extends T> type) {
    for (D descriptor : this) {
      if (descriptor.clazz == type) {
        return descriptor;
      }
    }
    return null;
  }

  /** Returns the descriptor with this {@link Descriptor#getId id}, or null. */
  public @CheckForNull D findByName(String id) {
    for (D descriptor : this) {
      if (descriptor.getId().equals(id)) {
        return descriptor;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  protected List<ExtensionComponent<D>> load() {
    List<ExtensionComponent<D>> found = new ArrayList<>();
    for (ExtensionComponent<Descriptor> each :
        ExtensionList.lookup(Descriptor.class).getComponents()) {
      if (each.isDescriptorOf(describableType)) {
        found.add((ExtensionComponent) each);
      }
    }
    return found;
  }
}
