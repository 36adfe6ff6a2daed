package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Something with a name. */
public interface Named {
  /** Returns the name, unique among its neighbours. */
  @NonNull
  String getName();
}
