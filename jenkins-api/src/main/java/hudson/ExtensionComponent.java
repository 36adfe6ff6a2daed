package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.model.Describable;
import hudson.model.Descriptor;

/**
 * An extension and its place among others.
 *
 * @param <T> type of the extension
 */
@SuppressFBWarnings(
    value = "EQ_COMPARETO_USE_OBJECT_EQUALS",
    justification = "the real type has this shape")
public class ExtensionComponent<T> implements Comparable<ExtensionComponent<T>> {
  private final T instance;
  private final double ordinal;

  /** Places {@code instance} by {@code ordinal}, higher first. */
  public ExtensionComponent(T instance, double ordinal) {
    this.instance = instance;
    this.ordinal = ordinal;
  }

  /** Places {@code instance} as its annotation says. */
  public ExtensionComponent(T instance, Extension annotation) {
    this(instance, annotation.ordinal());
  }

  /** Places {@code instance} in the middle. */
  public ExtensionComponent(T instance) {
    this(instance, 0);
  }

  /** Returns the place; higher comes first. */
  public double ordinal() {
    return ordinal;
  }

  /** Returns the extension, never null. */
  public T getInstance() {
    return instance;
  }

  /** Returns whether this is a descriptor of {@code c} or of a subtype. */
  public boolean isDescriptorOf(Class<? extends Describable> c) {
    return instance instanceof Descriptor<?> descriptor && descriptor.isSubTypeOf(c);
  }

  /** Orders by descending ordinal, descriptors of the same ordinal by their names. */
  @Override
  public int compareTo(@NonNull ExtensionComponent<T> that) {
    int byOrdinal = Double.compare(that.ordinal, ordinal);
    if (byOrdinal != 0) {
      return byOrdinal;
    }
    return name().compareTo(that.name());
  }

  private String name() {
    return instance.getClass().getName();
  }
}
