package hudson.util;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Saveable;

/** A kept list of what can be configured. */
public class DescribableList<T extends Describable<T>, D extends Descriptor<T>>
    extends PersistedList<T> {
  /** Starts empty, kept by nobody. */
  protected DescribableList() {}

  /** Starts empty. */
  public DescribableList(Saveable owner) {
    super(owner);
  }
}
