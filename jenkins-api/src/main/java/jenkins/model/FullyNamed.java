package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Something with a name that is unique on the controller. */
public interface FullyNamed {
  /** Returns the names from the root down, separated by slashes. */
  @NonNull
  String getFullName();
}
