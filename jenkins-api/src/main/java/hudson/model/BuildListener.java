package hudson.model;

import java.util.List;

/** The log of a build. */
public interface BuildListener extends TaskListener {
  /** Called when the build begins. */
  default void started(List<Cause> causes) {
    for (Cause cause : causes == null ? List.<Cause>of() : causes) {
      cause.print(this);
    }
  }

  /** Called when the build has ended. */
  default void finished(Result result) {
    getLogger().println("Finished: " + result);
  }
}
