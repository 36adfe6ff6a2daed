package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Asks, in one call to the agent, which of some paths exist in the workspace. */
final class ExistingPaths extends MasterToSlaveFileCallable<List<String>> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> paths;

  ExistingPaths(Collection<String> paths) {
    this.paths = new ArrayList<>(paths);
  }

  @Override
  public List<String> invoke(File workspace, VirtualChannel channel) {
    return new ArrayList<>(
        paths.stream().filter(path -> new File(workspace, path).exists()).toList());
  }
}
