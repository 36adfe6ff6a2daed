package io.jenkins.plugins.austa.jenkinsapi;

import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import java.io.IOException;

/** A build on the host. Ours, no part of the Jenkins API. */
public final class HostRun extends Run<HostJob, HostRun> {
  HostRun(HostJob job) throws IOException {
    super(job);
  }

  /** Begins the build and tells the listeners. */
  public void begin(TaskListener listener) {
    onStartBuilding();
    RunListener.fireStarted(this, listener);
  }

  /** Ends the build with the result it has, {@code FAILURE} if none, and tells the listeners. */
  public void end(TaskListener listener) {
    RunListener.fireCompleted(this, listener);
    duration = System.currentTimeMillis() - getStartTimeInMillis();
    onEndBuilding();
    RunListener.fireFinalized(this);
  }
}
