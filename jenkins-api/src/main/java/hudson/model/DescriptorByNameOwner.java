package hudson.model;

import jenkins.model.Jenkins;

/** Offers the web methods of descriptors below itself. */
public interface DescriptorByNameOwner extends ModelObject {
  /** Returns the descriptor with this id, or null. */
  default Descriptor getDescriptorByName(String id) {
    return Jenkins.get().getDescriptorByName(id);
  }
}
