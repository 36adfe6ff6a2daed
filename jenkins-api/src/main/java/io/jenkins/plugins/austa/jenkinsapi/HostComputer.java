package io.jenkins.plugins.austa.jenkinsapi;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Platform;
import hudson.model.Computer;
import hudson.remoting.VirtualChannel;

/** A running machine on the host: always this one. Ours, no part of the Jenkins API. */
public final class HostComputer extends Computer {
  /** Runs {@code node}; {@link HostJenkins#add} makes it known to it. */
  public HostComputer(HostNode node) {
    super(node);
  }

  @Override
  public @NonNull VirtualChannel getChannel() {
    return FilePath.localChannel;
  }

  @Override
  public Boolean isUnix() {
    return Platform.current() == Platform.UNIX;
  }
}
