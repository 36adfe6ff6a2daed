package hudson.model;

import jenkins.model.Jenkins;

/**
 * Something that people configure, described by a {@link Descriptor}.
 *
 * @param <T> the describable type itself
 */
public interface Describable<T extends Describable<T>> {
  /** Returns the descriptor of this class. */
  @SuppressWarnings("unchecked")
  default Descriptor<T> getDescriptor() {
    return Jenkins.get().getDescriptorOrDie(getClass());
  }
}
