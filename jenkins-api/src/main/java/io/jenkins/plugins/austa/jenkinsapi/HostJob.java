package io.jenkins.plugins.austa.jenkinsapi;

import hudson.model.Job;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import jenkins.model.Jenkins;

/** A job on the host: a name and its builds. Ours, no part of the Jenkins API. Thread-safe. */
public final class HostJob extends Job<HostJob, HostRun> {
  private final SortedMap<Integer, HostRun> runs =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  /** Makes a job called {@code name} at the top; {@link HostJenkins#add} makes it known. */
  public HostJob(String name) {
    super(Jenkins.get(), name);
  }

  /** Makes the next build; it has not begun. */
  public HostRun newRun() {
    try {
      HostRun run = new HostRun(this);
      runs.put(run.getNumber(), run);
      return run;
    } catch (IOException e) {
      throw new IllegalStateException("a build needs no disk to be made", e);
    }
  }

  /** Says that {@code number} builds were made before, by other hosts. */
  public HostJob startAfter(int number) {
    nextBuildNumber = number + 1;
    return this;
  }

  @Override
  public boolean isBuildable() {
    return true;
  }

  @Override
  protected SortedMap<Integer, HostRun> _getRuns() {
    return Collections.unmodifiableSortedMap(runs);
  }

  @Override
  protected void removeRun(HostRun run) {
    runs.remove(run.getNumber());
  }
}
