package jenkins.scm;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import java.util.Set;

/** A run that knows whose changes are in it. */
public interface RunWithSCM<
    JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT> & RunWithSCM<JobT, RunT>> {

  /** Returns those who wrote what is in this run and was not in a good one before. */
  @NonNull
  default Set<User> getCulprits() {
    return Set.of();
  }
}
