package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.util.io.OnMaster;

/**
 * All extensions of one type, ordered by descending ordinal.
 *
 * <p>The extensions are made when the list is first read. Thread-safe.
 *
 * @param <T> type of the extensions
 */
public class ExtensionList<T> extends AbstractList<T> implements OnMaster {
  /** The controller the extensions belong to; null before there is one. */
  public final @CheckForNull Jenkins jenkins;

  /** Type of the extensions. */
  public final Class<T> extensionType;

  private List<ExtensionComponent<T>> extensions;

  /** Prepares the list; nothing is loaded yet. */
  protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {
    this.jenkins = jenkins;
    this.extensionType = extensionType;
  }

  /** Makes a list that loads itself when first read. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static <T> ExtensionList<T> create(Jenkins jenkins, Class<T> type) {
    return new ExtensionList<>(jenkins, type);
  }

  /** Returns the list of the running controller; empty when there is none. */
  public static @NonNull <T> ExtensionList<T> lookup(Class<T> type) {
    Jenkins jenkins = Jenkins.getInstanceOrNull();
    return jenkins == null ? create(null, type) : jenkins.getExtensionList(type);
  }

  /**
   * Returns the only extension of {@code type}.
   *
   * @throws IllegalStateException when there is none, or more than one
   */
  public static @NonNull <U> U lookupSingleton(Class<U> type) {
    ExtensionList<U> all = lookup(type);
    if (all.size() != 1) {
      throw new IllegalStateException(
          "Expected 1 instance of " + type.getName() + " but got " + all.size());
    }
    return all.get(0);
  }

  /**
   * Returns the extension of {@code type} with the highest ordinal.
   *
   * @throws IllegalStateException when there is none
   */
  public static @NonNull <U> U lookupFirst(Class<U> type) {
    ExtensionList<U> all = lookup(type);
    if (all.isEmpty()) {
      throw new IllegalStateException("Found no instances of " + type.getName());
    }
    return all.get(0);
  }

  /** Returns the extension whose class is exactly {@code type}, or null. */
  public @CheckForNull <U extends T> U get(@NonNull Class<U> type) {
    for (T each : this) {
      if (each.getClass() == type) {
        return type.cast(each);
      }
    }
    return null;
  }

  /**
   * Returns the extension whose class is exactly {@code type}.
   *
   * @throws IllegalStateException when there is none
   */
  public @NonNull <U extends T> U getInstance(@NonNull Class<U> type) throws IllegalStateException {
    U found = get(type);
    if (found == null) {
      throw new IllegalStateException(
          "The class "
              + type.getName()
              + " is not among the extensions of "
              + extensionType.getName());
    }
    return found;
  }

  @Override
  public T get(int index) {
    return components().get(index).getInstance();
  }

  @Override
  public int size() {
    return components().size();
  }

  /** Returns the extensions with their ordinals; the list cannot be changed. */
  public List<ExtensionComponent<T>> getComponents() {
    return Collections.unmodifiableList(components());
  }

  /** Returns the extensions from the lowest ordinal to the highest. */
  public List<T> reverseView() {
    List<T> reversed = new ArrayList<>(this);
    Collections.reverse(reversed);
    return reversed;
  }

  /** Finds the extensions; called once. */
  protected List<ExtensionComponent<T>> load() {
    return InstalledHost.find().map(host -> host.extensions(extensionType)).orElse(List.of());
  }

  /** Returns {@code r} in the order of the list. */
  protected List<ExtensionComponent<T>> sort(List<ExtensionComponent<T>> r) {
    List<ExtensionComponent<T>> sorted = new ArrayList<>(r);
    Collections.sort(sorted);
    return sorted;
  }

  private synchronized List<ExtensionComponent<T>> components() {
    if (extensions == null) {
      extensions = sort(load());
    }
    return extensions;
  }
}
