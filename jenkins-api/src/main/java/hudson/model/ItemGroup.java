package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import org.springframework.security.access.AccessDeniedException;

/**
 * Something that holds items.
 *
 * @param <T> type of the items
 */
public interface ItemGroup<T extends Item>
    extends PersistenceRoot, FullyNamedModelObject, FullyNamed {
  /** Returns the items. */
  Collection<T> getItems();

  /** Returns the path from the root, ending in a slash unless empty. */
  String getUrl();

  /** Returns what goes before the names of the items in their paths. */
  String getUrlChildPrefix();

  /** Returns the item called {@code name}, or null. */
  @CheckForNull
  T getItem(String name) throws AccessDeniedException;

  /** Returns the directory of {@code child}. */
  File getRootDirFor(T child);

  /** Called when {@code item} has been deleted. */
  void onDeleted(T item) throws IOException;
}
