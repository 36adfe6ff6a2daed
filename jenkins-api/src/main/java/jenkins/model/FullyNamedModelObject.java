package jenkins.model;

import hudson.model.ModelObject;

/** Something people know by a path of names. */
public interface FullyNamedModelObject extends ModelObject {
  /** Returns the display names from the root down. */
  String getFullDisplayName();
}
